package io.windrose.analysis.check.workload;

import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The annotations that Istio has, from `annotations.yaml`. A mistake in that file is a bug, and is
/// thrown.
///
/// @see <a href="https://istio.io/latest/docs/reference/config/annotations/">Istio: annotations</a>
final class KnownAnnotations {
    static final SortedMap<String, Known> ALL = read();

    private KnownAnnotations() {}

    /// @param kinds that may have it; `Any` for all
    /// @param values what may be written
    record Known(Set<String> kinds, boolean alpha, boolean deprecated, AnnotationValue values) {

        boolean allows(String kind) {
            return kinds.contains("Any") || kinds.contains(kind);
        }
    }

    private static SortedMap<String, Known> read() {
        var known = new TreeMap<String, Known>();
        for (var entry : root().entries()) {
            var words = List.of(((Scalar) entry.value()).text().split(" ", -1));
            known.put(
                    entry.key().text(),
                    new Known(
                            Set.of(words.getFirst().split(",", -1)),
                            words.contains("alpha"),
                            words.contains("deprecated"),
                            values(words)));
        }
        return Collections.unmodifiableSortedMap(known);
    }

    private static AnnotationValue values(List<String> words) {
        return EnumSet.allOf(AnnotationValue.class).stream()
                .filter(one -> words.contains(one.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(AnnotationValue.ANY);
    }

    private static Mapping root() {
        return switch (YamlFile.parse("annotations.yaml", text())) {
            case Result.Ok<YamlFile>(var yaml, _) -> (Mapping) yaml.documents().getFirst().root();
            case Result.Err<YamlFile>(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }

    private static String text() {
        try (var input = KnownAnnotations.class.getResourceAsStream("annotations.yaml")) {
            if (input == null) {
                throw new IllegalStateException("no annotations.yaml");
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
