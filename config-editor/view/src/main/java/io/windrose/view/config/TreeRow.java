package io.windrose.view.config;

import io.windrose.config.resource.Kind;
import io.windrose.icons.Icon;
import io.windrose.session.edit.EditedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A row of the tree of resources.
///
/// @param key stable over refreshes, so that a row stays open and chosen
/// @param count of what is below; 0 shows none
/// @param target what choosing it opens; empty for rows that only group
public record TreeRow(
        String key,
        String title,
        Icon icon,
        int count,
        int errors,
        int warnings,
        boolean drafted,
        boolean heading,
        Optional<Target> target) {

    /// @param line from 1
    public record Target(Path file, int line) {}

    static TreeRow namespace(String name, int errors, int warnings) {
        return new TreeRow(
                "ns " + name,
                name,
                Icon.LAYERS,
                0,
                errors,
                warnings,
                false,
                true,
                Optional.empty());
    }

    static TreeRow heading(String key, String title, Icon icon) {
        return new TreeRow(key, title, icon, 0, 0, 0, false, true, Optional.empty());
    }

    static TreeRow group(String key, String title, Icon icon, int count) {
        return group(key, title, icon, count, List.of());
    }

    /// @param below whose problems are counted
    static TreeRow group(String key, String title, Icon icon, int count, List<TreeRow> below) {
        return new TreeRow(
                key,
                title,
                icon,
                count,
                below.stream().mapToInt(TreeRow::errors).sum(),
                below.stream().mapToInt(TreeRow::warnings).sum(),
                false,
                false,
                Optional.empty());
    }

    static TreeRow object(String name, EditedFile file, EditedFile.Entry entry, boolean drafted) {
        return new TreeRow(
                file.file() + " " + entry.label(),
                name,
                drafted ? Icon.PENCIL : Icon.FILE,
                0,
                entry.errors(),
                entry.warnings(),
                drafted,
                false,
                Optional.of(new Target(file.file(), entry.line())));
    }

    static TreeRow file(EditedFile file, boolean drafted) {
        return new TreeRow(
                file.file().toString(),
                file.file().getFileName().toString(),
                drafted ? Icon.PENCIL : Icon.FILE,
                0,
                file.problems().size(),
                0,
                drafted,
                false,
                Optional.of(new Target(file.file(), 1)));
    }

    /// A draft whose file was deleted or moved.
    static TreeRow gone(Path file) {
        return new TreeRow(
                "gone " + file,
                Words.fileName(file),
                Icon.PENCIL,
                0,
                0,
                0,
                true,
                false,
                Optional.of(new Target(file, 1)));
    }

    /// A file that was deleted from here; its history can bring it back.
    static TreeRow deleted(Path file) {
        return new TreeRow(
                "deleted " + file,
                Words.fileName(file),
                Icon.HISTORY,
                0,
                0,
                0,
                false,
                false,
                Optional.of(new Target(file, 1)));
    }

    /// All that the row shows, for who hears it.
    String spoken() {
        return Stream.of(
                        Optional.of(title),
                        Words.counted(errors, "error"),
                        Words.counted(warnings, "warning"),
                        Words.counted(count, "object"),
                        drafted ? Optional.of("draft") : Optional.<String>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    static Icon icon(Optional<Kind> kind) {
        return kind.map(TreeRow::icon).orElse(Icon.FILE);
    }

    private static Icon icon(Kind kind) {
        return switch (kind) {
            case VIRTUAL_SERVICE -> Icon.ROUTE;
            case DESTINATION_RULE -> Icon.TARGET;
            case GATEWAY -> Icon.GATEWAY;
            case PEER_AUTHENTICATION, SECRET -> Icon.LOCK;
            case AUTHORIZATION_POLICY -> Icon.SECURITY;
            case SERVICE_ENTRY -> Icon.CLOUD;
            case SERVICE, ENDPOINTS, ENDPOINT_SLICE -> Icon.SERVICE;
            case DEPLOYMENT, POD, WORKLOAD_ENTRY -> Icon.WORKLOAD;
            case SIDECAR -> Icon.PROXY;
            case NAMESPACE -> Icon.LAYERS;
            case SERVICE_ACCOUNT -> Icon.USER;
            case MESH_CONFIG -> Icon.SETTINGS;
        };
    }
}
