package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Node;
import io.windrose.config.patch.Value;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import io.windrose.config.tree.ScalarType;
import java.util.LinkedHashMap;

/// What stands in one place, to be written in another.
final class Values {
    private Values() {}

    static Value of(Node node) {
        return switch (node.tree()) {
            case Mapping _ -> {
                var fields = new LinkedHashMap<String, Value>();
                node.members().forEach(member -> fields.put(member.name(), of(member)));
                yield new Value.Fields(fields);
            }
            case Sequence _ -> new Value.Items(node.items().stream().map(Values::of).toList());
            case Scalar scalar -> word(scalar);
        };
    }

    private static Value word(Scalar scalar) {
        return switch (scalar.type()) {
            case BOOLEAN -> new Value.Flag(ScalarType.truth(scalar.text()));
            case INTEGER, DECIMAL -> new Value.Decimal(scalar.text());
            default -> new Value.Text(scalar.text());
        };
    }
}
