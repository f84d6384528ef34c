package io.windrose.analysis;

import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// Every code there is, from `codes.yaml`. A mistake in that file is a bug, and is thrown.
final class Codes {
    private static final SortedMap<String, Code> ALL = read();

    private Codes() {}

    static SortedMap<String, Code> all() {
        return ALL;
    }

    static Code of(String id) {
        var code = ALL.get(id);
        if (code == null) {
            throw new IllegalArgumentException("no code " + id);
        }
        return code;
    }

    private static SortedMap<String, Code> read() {
        var codes = new TreeMap<String, Code>();
        for (var entry : root().entries()) {
            var words = ((Scalar) entry.value()).text().split(" ", 2);
            var id = entry.key().text();
            codes.put(
                    id,
                    new Code(id, Severity.valueOf(words[0].toUpperCase(Locale.ROOT)), words[1]));
        }
        return Collections.unmodifiableSortedMap(codes);
    }

    private static Mapping root() {
        return switch (YamlFile.parse("codes.yaml", text())) {
            case Result.Ok<YamlFile>(var yaml, _) -> (Mapping) yaml.documents().getFirst().root();
            case Result.Err<YamlFile>(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    private static String text() {
        try (var input = Codes.class.getResourceAsStream("codes.yaml")) {
            if (input == null) {
                throw new IllegalStateException("no codes.yaml");
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
