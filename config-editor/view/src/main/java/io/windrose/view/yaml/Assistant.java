package io.windrose.view.yaml;

import io.windrose.session.edit.Completion;
import io.windrose.session.edit.HoverHelp;
import java.util.Optional;
import java.util.function.Consumer;

/// Whoever knows what could be written at a place and what stands there. Answers come on the JavaFX
/// thread, and only while the text is still the same.
public interface Assistant {

    /// @param offset of the caret
    void complete(int offset, Consumer<Completion> then);

    /// @param offset of the character at which somebody points
    void explain(int offset, Consumer<Optional<HoverHelp>> then);
}
