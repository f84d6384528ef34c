package io.windrose.config.schema;

import io.windrose.config.schema.Shape.Entries;
import io.windrose.config.schema.Shape.Items;
import io.windrose.config.schema.Shape.Section;
import java.util.Optional;

/// Finds a field by its path, as problems write it: `spec.http[0].route[1].weight`; the numbers may
/// be left out.
final class FieldSearch {
    private FieldSearch() {}

    static Optional<Field> find(Section section, String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        var found = Optional.ofNullable(section.fields().get(path.substring(0, end)));
        var rest = path.substring(end);
        return rest.isEmpty() ? found : found.flatMap(field -> inside(field.shape(), rest));
    }

    private static Optional<Field> inside(Shape shape, String rest) {
        return switch (shape) {
            case Section section when rest.startsWith(".") -> find(section, rest.substring(1));
            case Items items when rest.startsWith("[") ->
                    inside(items.item(), rest.substring(rest.indexOf(']') + 1));
            case Entries entries when rest.startsWith(".") -> behindKey(entries, rest);
            default -> Optional.empty();
        };
    }

    /// A key may hold dots itself.
    private static Optional<Field> behindKey(Entries entries, String rest) {
        for (int dot = rest.indexOf('.', 1); dot > 0; dot = rest.indexOf('.', dot + 1)) {
            var found = inside(entries.value(), rest.substring(dot));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
