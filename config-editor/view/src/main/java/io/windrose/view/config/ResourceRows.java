package io.windrose.view.config;

import io.windrose.config.resource.Kind;
import io.windrose.icons.Icon;
import io.windrose.session.edit.EditedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// The tree of resources: namespace, kind, object; and the files that hold none.
///
/// @param row of this branch; the root's is never shown
/// @param below in the order in which they are shown
record ResourceRows(TreeRow row, List<ResourceRows> below) {
    private static final TreeRow ROOT = TreeRow.group("", "", Icon.FOLDER, 0);

    /// @param gone those with a draft
    /// @param deleted those that were deleted from here, without a draft
    record Lost(List<Path> gone, List<Path> deleted) {}

    ResourceRows {
        below = List.copyOf(below);
    }

    /// @param filter part of a kind, a name or a file; empty for everything
    /// @param drafted whether a file has a draft that differs from it
    /// @param lost files that are not among the others any more
    static ResourceRows of(
            List<EditedFile> files, String filter, Predicate<Path> drafted, Lost lost) {
        var wanted = filter.strip().toLowerCase(Locale.ROOT);
        var namespaces = new TreeMap<String, Map<String, List<ResourceRows>>>();
        var kinds = new TreeMap<String, Optional<Kind>>();
        var others = new ArrayList<ResourceRows>();
        for (var file : files) {
            boolean draft = drafted.test(file.file());
            var fileName = file.file().getFileName().toString();
            if (file.objects().isEmpty() && fits(fileName, wanted)) {
                others.add(leaf(TreeRow.file(file, draft)));
            }
            for (var entry : file.objects()) {
                if (fits(entry.label() + " " + fileName, wanted)) {
                    var named = Named.of(entry);
                    kinds.put(named.kind, entry.id().map(id -> id.kind()));
                    namespaces
                            .computeIfAbsent(named.namespace, _ -> new TreeMap<>())
                            .computeIfAbsent(named.kind, _ -> new ArrayList<>())
                            .add(leaf(TreeRow.object(named.name, file, entry, draft)));
                }
            }
        }
        var below = new ArrayList<ResourceRows>();
        var gone = leaves(lost.gone, wanted, TreeRow::gone);
        if (!gone.isEmpty()) {
            var title = TreeRow.heading("gone", "Drafts without a file", Icon.PENCIL);
            below.add(new ResourceRows(title, gone));
        }
        namespaces.forEach((name, byKind) -> below.add(namespace(name, byKind, kinds)));
        if (!others.isEmpty()) {
            var title =
                    TreeRow.group(
                            "files",
                            "Files without objects",
                            Icon.FOLDER,
                            others.size(),
                            rows(others));
            below.add(new ResourceRows(title, others));
        }
        var deleted = leaves(lost.deleted, wanted, TreeRow::deleted);
        if (!deleted.isEmpty()) {
            var title = TreeRow.group("deleted", "Deleted from here", Icon.TRASH, deleted.size());
            below.add(new ResourceRows(title, deleted));
        }
        return new ResourceRows(ROOT, below);
    }

    private static List<ResourceRows> leaves(
            List<Path> files, String wanted, Function<Path, TreeRow> row) {
        return files.stream()
                .filter(file -> fits(Words.fileName(file), wanted))
                .map(file -> leaf(row.apply(file)))
                .toList();
    }

    private static ResourceRows leaf(TreeRow row) {
        return new ResourceRows(row, List.of());
    }

    private static ResourceRows namespace(
            String name,
            Map<String, List<ResourceRows>> byKind,
            Map<String, Optional<Kind>> kinds) {
        var groups = new ArrayList<ResourceRows>();
        int errors = 0;
        int warnings = 0;
        for (var kind : byKind.entrySet()) {
            var objects = kind.getValue();
            var icon = TreeRow.icon(kinds.getOrDefault(kind.getKey(), Optional.empty()));
            var key = name + " " + kind.getKey();
            var row = TreeRow.group(key, kind.getKey(), icon, objects.size(), rows(objects));
            errors += row.errors();
            warnings += row.warnings();
            groups.add(new ResourceRows(row, objects));
        }
        return new ResourceRows(TreeRow.namespace(name, errors, warnings), groups);
    }

    private static List<TreeRow> rows(List<ResourceRows> branches) {
        return branches.stream().map(ResourceRows::row).toList();
    }

    private static boolean fits(String words, String wanted) {
        return words.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /// The parts of a label such as `VirtualService default/reviews`.
    private record Named(String kind, String namespace, String name) {

        static Named of(EditedFile.Entry entry) {
            if (entry.id().isPresent()) {
                var id = entry.id().get();
                var namespace = id.name().namespace();
                return new Named(
                        id.kind().kindName(),
                        namespace.isEmpty() ? "whole mesh" : namespace,
                        id.name().name());
            }
            var label = entry.label();
            int blank = label.indexOf(' ');
            var kind = blank < 0 ? label : label.substring(0, blank);
            var rest = blank < 0 ? "" : label.substring(blank + 1);
            int slash = rest.indexOf('/');
            return new Named(
                    kind,
                    slash < 0 ? "default" : rest.substring(0, slash),
                    rest.isEmpty() ? "without a name" : rest.substring(slash + 1));
        }
    }
}
