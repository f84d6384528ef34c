package io.windrose.config.schema;

import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.config.tree.Findings;
import io.windrose.config.tree.Span;
import io.windrose.kernel.Severity;
import java.util.Optional;

/// What settings may say that are no object of their own: the text of a ConfigMap's key, or a file
/// without `kind`. istiod reads them as protobuf's JSON, so that a name may be written with
/// underscores.
///
/// @see <a href="https://protobuf.dev/programming-guides/json/">ProtoJSON</a>
public record SettingsSchema(Shape.Section body) {

    /// @param path of the settings in their object, as problems write it; empty for a file of their
    ///   own
    /// @param at where all problems point, if what is judged stands in the text of a field
    /// @param unknownField how much a field matters that there is not
    public Findings judge(
            String file,
            String label,
            Mapping settings,
            String path,
            Optional<Span> at,
            Severity unknownField) {
        var judge = new Judge(file, label, unknownField, at, /* underscores= */ true);
        judge.section(body, settings, new Spot(null, path, -1, settings.span()));
        return judge.findings();
    }
}
