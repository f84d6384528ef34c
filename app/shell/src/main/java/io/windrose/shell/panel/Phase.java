package io.windrose.shell.panel;

import io.windrose.workspace.story.Story;

/// What the panel has to show.
public sealed interface Phase {

    /// No picture has arrived yet.
    record Waiting() implements Phase {}

    /// @param stale whether the picture is old because nobody answers
    record Telling(Story story, NodeShape shape, VersionColours colours, boolean stale)
            implements Phase {}

    /// What was chosen was left out when another question was asked.
    ///
    /// @param name as it was called, such as `reviews v3`
    /// @param words such as `reviews v3 is not in this view`
    /// @param cause such as `The graph shows services`
    record LeftOut(String name, String words, String cause) implements Phase {}

    /// What was chosen is not in the graph any more, though the question is the same.
    ///
    /// @param name as it was called, such as `reviews v3`
    /// @param words such as `reviews v3 is gone since 14:05`
    /// @param cause when such things go
    record Gone(String name, String words, String cause) implements Phase {}
}
