package io.windrose.proxy.bootstrap;

import io.windrose.kernel.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Where in the text of a bootstrap something stands.
///
/// @param file as the user named it
/// @param root of the YAML
record BootstrapText(String file, Node root) implements ResourcePlaces {
    /// `name`, or what stands in brackets: an index of a list or a key of a map.
    private static final Pattern STEP = Pattern.compile("\\[(?<inside>.*?)](?=[.\\[]|$)|[^.\\[]+");

    /// The place of a path such as `static_resources.clusters[0].name`, or of the nearest thing
    /// around it that the text has: a key, or the beginning of a list's item.
    Place place(String path) {
        Node at = root;
        Node shown = root;
        var step = STEP.matcher(path);
        while (step.find()) {
            var inside = step.group("inside");
            var found = step(at, inside == null ? step.group() : inside);
            if (found == null) {
                break;
            }
            shown = found.shown();
            at = found.value();
        }
        return place(shown).withPath(path);
    }

    /// A key with its value, or an item, which shows itself.
    private record Found(Node shown, Node value) {}

    private static @Nullable Found step(Node at, String step) {
        return switch (at) {
            case MappingNode mapping -> {
                var entry = entry(mapping, step);
                yield entry == null ? null : new Found(entry.getKeyNode(), entry.getValueNode());
            }
            case SequenceNode list -> item(list, step);
            default -> null;
        };
    }

    private static @Nullable Found item(SequenceNode list, String index) {
        var items = list.getValue();
        int i = index.chars().allMatch(Character::isDigit) ? Integer.parseInt(index) : items.size();
        return i < items.size() ? new Found(items.get(i), items.get(i)) : null;
    }

    /// By either name style.
    private static @Nullable NodeTuple entry(MappingNode mapping, String key) {
        for (var entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode name
                    && bare(name.getValue()).equals(bare(key))) {
                return entry;
            }
        }
        return null;
    }

    private static String bare(String key) {
        return key.replace("_", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public Place of(String list, String name) {
        var path = new ArrayList<>(List.of("static_resources", list));
        Node at = root;
        for (var step : path) {
            var found = step(at, step);
            if (found == null) {
                return Place.inFile(file);
            }
            at = found.value();
        }
        if (at instanceof SequenceNode items) {
            for (var item : items.getValue()) {
                if (item instanceof MappingNode resource && isNamed(resource, name)) {
                    return place(item);
                }
            }
        }
        return Place.inFile(file);
    }

    private static boolean isNamed(MappingNode resource, String name) {
        var entry = entry(resource, "name");
        return entry == null
                ? name.isEmpty()
                : entry.getValueNode() instanceof ScalarNode text && text.getValue().equals(name);
    }

    private Place place(Node node) {
        return node.getStartMark().map(this::place).orElse(Place.inFile(file));
    }

    private Place place(Mark mark) {
        return Place.at(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
