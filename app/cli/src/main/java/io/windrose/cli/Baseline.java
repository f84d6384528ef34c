package io.windrose.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Findings of an earlier day that are not told again, wherever their lines are by now.
record Baseline(Set<String> known) {
    /// What of a sentence is another one tomorrow.
    private static final Pattern AGE =
            Pattern.compile("unchanged for [0-9]+ (?:hours?|days?)|[0-9]+ days ago");

    private static final String NOT_A_BASELINE = "MESH1730";

    /// @param file the output of `analyze -o json`
    static Result<Baseline> read(Path file) {
        return YamlFile.readText(file).then(text -> parse(file, text));
    }

    private static Result<Baseline> parse(Path file, String text) {
        try {
            var items = new JsonMapper().readTree(text);
            if (!items.isArray()) {
                return notABaseline(file, "it is no list");
            }
            var known = new HashSet<String>();
            items.forEach(item ->
                    known.add(
                            key(
                                    item.path("cluster").asText(),
                                    item.path("code").asText(),
                                    item.path("resource").asText(),
                                    item.path("message").asText())));
            return Result.ok(new Baseline(known));
        } catch (JsonProcessingException error) {
            return notABaseline(file, error.getOriginalMessage());
        }
    }

    private static Result<Baseline> notABaseline(Path file, String why) {
        return Result.err(
                Problem.error(
                        NOT_A_BASELINE,
                        Place.inFile(file.toString()),
                        "This is not what `analyze -o json` writes: %s.".formatted(why)));
    }

    boolean has(Told told) {
        var finding = told.finding();
        return finding.codes().stream()
                .allMatch(code ->
                        known.contains(
                                key(
                                        told.cluster(),
                                        code.id(),
                                        finding.place().resource(),
                                        finding.message())));
    }

    private static String key(String cluster, String code, String resource, String message) {
        var lasting = AGE.matcher(message).replaceAll("");
        return String.join("\n", cluster, code, resource, lasting);
    }
}
