package io.windrose.shell;

import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.KeyHelp;
import io.windrose.shell.topology.GraphKey;
import io.windrose.view.split.SplitKey;
import io.windrose.view.yaml.EditorKey;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The keys that the list of keys shows beside those of commands.
final class KeyHelps {
    private KeyHelps() {}

    /// @param now commands that can be run here; the others have their keys on other screens
    /// @param all keys of commands that were offered on any screen
    static List<KeyHelp> of(List<Command> now, List<KeyHelp.Line> all) {
        return Stream.concat(Stream.of(elsewhere(now, all)), places().stream())
                .filter(help -> !help.lines().isEmpty())
                .toList();
    }

    /// Those of one place each, whatever screen is shown.
    static List<KeyHelp> places() {
        return List.of(
                help("On the graph", GraphKey.values(), GraphKey::keys, GraphKey::words),
                new KeyHelp(
                        "On the table of the graph",
                        List.of(
                                new KeyHelp.Line("↓", "Next row"),
                                new KeyHelp.Line("Enter", "Open the row"))),
                help(
                        "On a handle of the split",
                        SplitKey.values(),
                        SplitKey::keys,
                        SplitKey::words),
                help("In the YAML", EditorKey.values(), EditorKey::keys, EditorKey::words),
                new KeyHelp(
                        "On the tree of resources",
                        List.of(
                                new KeyHelp.Line("Enter", "To the text"),
                                new KeyHelp.Line("Delete", "Delete the object"))),
                new KeyHelp(
                        "In lists and tabs",
                        List.of(
                                new KeyHelp.Line("Tab", "Next control"),
                                new KeyHelp.Line("Shift+Tab", "Previous control"),
                                new KeyHelp.Line("→", "Next tab of the side panel"),
                                new KeyHelp.Line("Space", "Press a button, tick a box"))));
    }

    private static KeyHelp elsewhere(List<Command> now, List<KeyHelp.Line> all) {
        var here = now.stream().map(Command::title).collect(Collectors.toSet());
        return new KeyHelp(
                "On other screens",
                Stream.concat(all.stream(), ConfigCommands.keys().stream())
                        .filter(line -> !here.contains(line.words()))
                        .distinct()
                        .toList());
    }

    private static <K> KeyHelp help(
            String title, K[] keys, Function<K, String> caps, Function<K, String> words) {
        return new KeyHelp(
                title,
                Arrays.stream(keys)
                        .map(key -> new KeyHelp.Line(caps.apply(key), words.apply(key)))
                        .toList());
    }
}
