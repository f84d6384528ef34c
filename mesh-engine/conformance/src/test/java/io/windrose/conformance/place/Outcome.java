package io.windrose.conformance.place;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Everything by which the answers of two proxies to one request are compared.
///
/// @param logLine status, response flags, cluster, route and protocol, as the access log has them
record Outcome(RawAnswer answer, String logLine) {

    /// One line for each thing that differs, `what: theirs | ours`; empty when nothing does.
    static List<String> differences(Outcome theirs, Outcome ours) {
        var found = new ArrayList<String>();
        compare(found, "status", theirs.answer().status() + "", ours.answer().status() + "");
        compare(found, "log", theirs.logLine(), ours.logLine());
        var names = new TreeSet<>(theirs.answer().headers().keySet());
        names.addAll(ours.answer().headers().keySet());
        for (var name : names) {
            compare(
                    found,
                    name,
                    theirs.answer().headers().getOrDefault(name, "-"),
                    ours.answer().headers().getOrDefault(name, "-"));
        }
        var echoed = theirs.answer().body().lines().toList();
        var echoedByOurs = ours.answer().body().lines().toList();
        var onlyTheirs = echoed.stream().filter(line -> !echoedByOurs.contains(line)).toList();
        var onlyOurs = echoedByOurs.stream().filter(line -> !echoed.contains(line)).toList();
        compare(found, "body", onlyTheirs.toString(), onlyOurs.toString());
        return found;
    }

    private static void compare(List<String> found, String what, String theirs, String ours) {
        if (!theirs.equals(ours)) {
            found.add(what + ": " + theirs + " | " + ours);
        }
    }
}
