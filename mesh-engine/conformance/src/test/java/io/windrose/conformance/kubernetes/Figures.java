package io.windrose.conformance.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How often the judges agree, by kind, and every difference with how often it occurs.
///
/// @param judged by kind
record Figures(Map<String, List<Judgement>> judged, Differences listed) {

    String text() {
        var text = new StringBuilder("kind documents accepted agree definitions-agree\n");
        new TreeMap<>(judged)
                .forEach((kind, all) ->
                        text.append(
                                "%s %d %d %d %s%n"
                                        .formatted(
                                                kind,
                                                all.size(),
                                                count(all, one -> one.upstreams().isEmpty()),
                                                count(all, Judgement::agree),
                                                definitionsAgree(all))));
        var found = new TreeMap<String, Long>();
        found.putAll(counted(Judgement::differences));
        found.putAll(counted(Judgement::differencesOfDefinitions));
        found.forEach((line, count) ->
                text.append(
                        "%s %d %s%n".formatted(listed.has(line) ? "listed" : "NEW", count, line)));
        new TreeSet<>(listed.unused(found.keySet()))
                .forEach(line -> text.append("unused ").append(line).append('\n'));
        return text.toString();
    }

    private Map<String, Long> counted(Function<Judgement, Stream<String>> lines) {
        return judged.values().stream()
                .flatMap(List::stream)
                .flatMap(lines)
                .collect(Collectors.groupingBy(line -> line, Collectors.counting()));
    }

    private static String definitionsAgree(List<Judgement> all) {
        return all.stream().allMatch(one -> one.windroses().isEmpty())
                ? "-"
                : Long.toString(count(all, Judgement::definitionsAgree));
    }

    private static long count(List<Judgement> all, Predicate<Judgement> which) {
        return all.stream().filter(which).count();
    }
}
