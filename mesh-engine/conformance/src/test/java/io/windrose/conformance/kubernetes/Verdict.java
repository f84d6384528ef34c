package io.windrose.conformance.kubernetes;

import io.windrose.config.decode.Decoder;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import io.windrose.testkit.ApiServer.Answer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is wrong with a document, as short reasons `PATH CODE` without the numbers of items; empty
/// for nothing.
final class Verdict {
    private static final Pattern CAUSE =
            Pattern.compile(
                    "\"message\":\"((?:[^\"\\\\]|\\\\.)*+)\",\"field\":\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern MESSAGE =
            Pattern.compile("\"message\":\"((?:[^\"\\\\]|\\\\.)*+)\"");

    private static final Pattern VALUE =
            Pattern.compile(
                    "\\\\\"(?:[^\\\\]|\\\\[^\"])*+\\\\\"|(?<=Invalid value: )-?\\d[.\\de+]*");

    private Verdict() {}

    /// What `windrose validate` says.
    static Set<String> ours(String text) {
        return switch (YamlFile.parse("f.yaml", text)) {
            case Result.Err<YamlFile>(var problems) -> reasons(problems);
            case Result.Ok<YamlFile>(var yaml, _) ->
                    reasons(
                            new Decoder("", Severity.ERROR)
                                    .decodeObjects(yaml)
                                    .getFirst()
                                    .problems());
        };
    }

    /// What an API server says.
    static Set<String> theirs(Answer answer) {
        var reasons = new TreeSet<String>();
        if (!answer.accepted()) {
            CAUSE.matcher(answer.body())
                    .results()
                    .forEach(found ->
                            reasons.add(plain(found.group(2)) + " " + said(found.group(1))));
            if (reasons.isEmpty()) {
                var message = MESSAGE.matcher(answer.body());
                reasons.add("? " + said(message.find() ? message.group(1) : answer.body()));
            }
        }
        return reasons;
    }

    /// Without the values that a message repeats.
    private static String said(String message) {
        return plain(VALUE.matcher(message).replaceAll("_"));
    }

    private static Set<String> reasons(List<Problem> problems) {
        return problems.stream()
                .filter(Problem::isError)
                .map(problem -> plain(problem.place().path()) + " " + problem.code())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String plain(String path) {
        return path.replace("\\u003c", "<").replace("\\u003e", ">").replaceAll("\\[\\d+]", "[]");
    }
}
