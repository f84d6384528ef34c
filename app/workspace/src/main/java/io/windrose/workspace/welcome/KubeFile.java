package io.windrose.workspace.welcome;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// One kubeconfig, its entries by name.
///
/// @param currentContext empty where the file names none
record KubeFile(
        Path file,
        String currentContext,
        SequencedMap<String, Mapping> clusters,
        SequencedMap<String, Mapping> users,
        SequencedMap<String, Mapping> contexts) {
    private static final int LONGEST_NAME = 250;

    KubeFile {
        clusters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(clusters));
        users = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(users));
        contexts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(contexts));
    }

    static KubeFile empty(Path file) {
        return new KubeFile(
                file, "", new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /// @return at most one warning, when entries had to be left out
    static Result<KubeFile> of(Path file, Mapping root) {
        var broken = new ArrayList<String>();
        var read =
                new KubeFile(
                        file,
                        text(root, "current-context"),
                        entries(root, "clusters", "cluster", broken),
                        entries(root, "users", "user", broken),
                        entries(root, "contexts", "context", broken));
        if (broken.isEmpty()) {
            return Result.ok(read);
        }
        var wrong = KubeContexts.wrong(file, "Has broken " + String.join(", ", broken));
        return new Result.Ok<>(
                read, List.of(Problem.warning(wrong.code(), wrong.place(), wrong.message())));
    }

    private static SequencedMap<String, Mapping> entries(
            Mapping root, String list, String content, List<String> broken) {
        var entries = new LinkedHashMap<String, Mapping>();
        var found = root.get(list);
        if (found.isEmpty() || isNothing(found.get())) {
            return entries;
        }
        boolean whole = found.get() instanceof Sequence;
        if (found.get() instanceof Sequence sequence) {
            for (var item : sequence.items()) {
                if (item instanceof Mapping entry
                        && !text(entry, "name").isEmpty()
                        && entry.get(content).orElse(entry) instanceof Mapping inside) {
                    entries.putIfAbsent(text(entry, "name"), inside);
                } else {
                    whole = false;
                }
            }
        }
        if (!whole) {
            broken.add(list);
        }
        return entries;
    }

    private static boolean isNothing(ConfigTree tree) {
        return tree instanceof Scalar scalar
                && (scalar.text().isEmpty() || scalar.text().equals("null"));
    }

    /// A text as it may be shown: without control characters, and not endless.
    static String text(Mapping fields, String name) {
        return fields.get(name)
                .filter(Scalar.class::isInstance)
                .map(value -> ((Scalar) value).text())
                .map(text -> text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD"))
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_NAME)))
                .orElse("");
    }
}
