package io.windrose.workspace.preferences;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.session.rollout.GuardRails;
import io.windrose.topology.GraphType;
import io.windrose.workspace.session.Connection;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// Preferences as JSON. Fields that are missing or make no sense have their default: a newer or
/// older program may have written them.
final class PreferencesText {
    private PreferencesText() {}

    static String of(Preferences preferences) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("theme", lower(preferences.theme()));
        preferences.window().ifPresent(bounds -> fields.put("window", fields(bounds)));
        fields.put("graph", preferences.question().type().label());
        fields.put("lookBack", preferences.question().window().toString());
        fields.put("idle", preferences.question().idle());
        fields.put("pace", preferences.pace().map(Duration::toString).orElse("none"));
        fields.put("reducedMotion", preferences.reducedMotion());
        fields.put("stallDetector", preferences.stallDetector());
        fields.put("maxErrorPercent", preferences.rails().maxErrorPercent());
        fields.put("maxP95Millis", preferences.rails().maxP95Millis());
        fields.put("recents", preferences.recents().stream().map(PreferencesText::fields).toList());
        return JsonText.of(fields);
    }

    private static SequencedMap<String, Object> fields(WindowBounds bounds) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("x", bounds.x());
        fields.put("y", bounds.y());
        fields.put("width", bounds.width());
        fields.put("height", bounds.height());
        fields.put("maximized", bounds.maximized());
        return fields;
    }

    private static SequencedMap<String, Object> fields(Recent recent) {
        var fields = new LinkedHashMap<String, Object>();
        switch (recent.connection()) {
            case Connection.Sandbox(var folder, double load) -> {
                fields.put("connection", "sandbox");
                folder.ifPresent(path -> fields.put("folder", path.toString()));
                fields.put("load", load);
            }
            case Connection.Folder(var path) -> {
                fields.put("connection", "folder");
                fields.put("folder", path.toString());
            }
        }
        fields.put("at", recent.at().toString());
        fields.put("summary", recent.summary());
        return fields;
    }

    /// @return empty when this is no JSON object at all
    static Optional<Preferences> read(String text) {
        if (!(YamlFile.parse("", text) instanceof Result.Ok<YamlFile>(var file, _))
                || file.documents().size() != 1
                || !(file.documents().getFirst().root() instanceof Mapping root)) {
            return Optional.empty();
        }
        var defaults = Preferences.DEFAULT;
        var question =
                defaults.question()
                        .withType(
                                text(root, "graph")
                                        .flatMap(GraphType::of)
                                        .orElse(defaults.question().type()))
                        .withWindow(duration(root, "lookBack").orElse(defaults.question().window()))
                        .withIdle(flag(root, "idle", defaults.question().idle()));
        return Optional.of(
                new Preferences(
                        text(root, "theme")
                                .flatMap(PreferencesText::theme)
                                .orElse(defaults.theme()),
                        root.get("window").flatMap(PreferencesText::window),
                        question,
                        text(root, "pace").filter("none"::equals).isPresent()
                                ? Optional.empty()
                                : duration(root, "pace").or(defaults::pace),
                        flag(root, "reducedMotion", defaults.reducedMotion()),
                        flag(root, "stallDetector", defaults.stallDetector()),
                        attempt(root, PreferencesText::rails).orElse(defaults.rails()),
                        recents(root)));
    }

    private static GuardRails rails(Mapping fields) {
        return Preferences.DEFAULT
                .rails()
                .withMaxErrorPercent(number(fields, "maxErrorPercent"))
                .withMaxP95Millis(number(fields, "maxP95Millis"));
    }

    private static Optional<ThemeChoice> theme(String word) {
        return Arrays.stream(ThemeChoice.values())
                .filter(choice -> lower(choice).equals(word))
                .findFirst();
    }

    private static Optional<WindowBounds> window(ConfigTree tree) {
        if (!(tree instanceof Mapping fields)) {
            return Optional.empty();
        }
        return attempt(
                fields,
                _ ->
                        new WindowBounds(
                                number(fields, "x"),
                                number(fields, "y"),
                                number(fields, "width"),
                                number(fields, "height"),
                                flag(fields, "maximized", false)));
    }

    private static List<Recent> recents(Mapping root) {
        return root.get("recents")
                .filter(Sequence.class::isInstance)
                .map(Sequence.class::cast)
                .map(list ->
                        list.items().stream()
                                .filter(Mapping.class::isInstance)
                                .map(Mapping.class::cast)
                                .flatMap(
                                        fields -> attempt(fields, PreferencesText::recent).stream())
                                .toList())
                .orElse(List.of());
    }

    private static Recent recent(Mapping fields) {
        var folder = text(fields, "folder").map(Path::of);
        var connection =
                switch (text(fields, "connection").orElse("")) {
                    case "sandbox" -> new Connection.Sandbox(folder, number(fields, "load"));
                    case "folder" -> new Connection.Folder(folder.orElseThrow());
                    default -> throw new IllegalArgumentException("no such connection");
                };
        return new Recent(
                connection,
                Instant.parse(text(fields, "at").orElse("")),
                text(fields, "summary").orElse(""));
    }

    /// Whatever cannot be read is left out.
    private static <T> Optional<T> attempt(Mapping fields, Function<Mapping, T> read) {
        try {
            return Optional.of(read.apply(fields));
        } catch (IllegalArgumentException
                | DateTimeException
                | java.util.NoSuchElementException notThat) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Mapping fields, String name) {
        return fields.get(name)
                .filter(Scalar.class::isInstance)
                .map(value -> ((Scalar) value).text());
    }

    private static double number(Mapping fields, String name) {
        return Double.parseDouble(text(fields, name).orElse(""));
    }

    private static boolean flag(Mapping fields, String name, boolean otherwise) {
        return text(fields, name)
                .flatMap(word -> Optional.ofNullable(FLAGS.get(word)))
                .orElse(otherwise);
    }

    private static final Map<String, Boolean> FLAGS = Map.of("true", true, "false", false);

    private static Optional<Duration> duration(Mapping fields, String name) {
        return text(fields, name)
                .flatMap(word -> {
                    try {
                        return Optional.of(Duration.parse(word));
                    } catch (DateTimeException notOne) {
                        return Optional.empty();
                    }
                })
                .filter(Duration::isPositive);
    }

    private static String lower(ThemeChoice choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
