package io.windrose.config.patch;

import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.ConfigTree.Scalar;
import io.windrose.config.tree.ConfigTree.Sequence;
import java.util.Optional;

/// A text after `|` or `>`, of which the lines behind it can become a part.
///
/// @param header what follows the bar, such as `2+`
record BlockScalar(String header) {

    /// The one whose lines are the last of a node.
    static Optional<BlockScalar> last(Source source, ConfigTree node) {
        return switch (node) {
            case Mapping mapping when !mapping.flow() && !mapping.entries().isEmpty() ->
                    last(source, mapping.entries().getLast().value(), node);
            case Sequence list when !list.flow() && !list.items().isEmpty() ->
                    last(source, list.items().getLast(), node);
            case Scalar scalar when !scalar.plain() -> of(source, scalar);
            case Mapping _, Sequence _, Scalar _ -> Optional.empty();
        };
    }

    private static Optional<BlockScalar> last(Source source, ConfigTree child, ConfigTree node) {
        return Spot.within(child.span(), node.span()) ? last(source, child) : Optional.empty();
    }

    private static Optional<BlockScalar> of(Source source, Scalar scalar) {
        int bar = scalar.span().start();
        while (source.at(bar) == '&' || source.at(bar) == '!') {
            while (!Character.isWhitespace(source.at(bar))) {
                bar++;
            }
            bar = source.pastComments(bar);
        }
        if (source.at(bar) != '|' && source.at(bar) != '>') {
            return Optional.empty();
        }
        int end = bar + 1;
        while ("+-123456789".indexOf(source.at(end)) >= 0) {
            end++;
        }
        return Optional.of(new BlockScalar(source.text().substring(bar + 1, end)));
    }

    /// Whether blank lines behind it belong to the text.
    boolean keeps() {
        return header.contains("+");
    }
}
