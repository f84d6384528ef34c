package io.windrose.session.edit;

import java.nio.file.Path;

/// A draft whose file somebody else has changed meanwhile. Every way out of it keeps both sides
/// within reach: what is not chosen can still be seen in the diff and brought back by undo.
///
/// @param mine the draft, made from what the file held before
/// @param theirs what the file holds now
public record Conflict(Draft mine, String theirs) {

    public Path file() {
        return mine.file();
    }

    /// The draft stays as it is; applying it then takes back what the others did.
    public Draft keepMine() {
        return mine.onto(theirs);
    }

    public Draft takeTheirs() {
        return Draft.of(mine.file(), theirs);
    }

    /// Both sides in one text. Where they differ in the same lines, both stand there between the
    /// markers of [Merge], and the text is not applied until one is gone.
    public Draft mergeByHand() {
        return mine.onto(theirs).with(merged());
    }

    /// Whether both sides fit together without a decision.
    public boolean mergesByItself() {
        return !Merge.hasMarker(merged());
    }

    private String merged() {
        return Merge.of(LineBreaks.plain(mine.base()), mine.text(), LineBreaks.plain(theirs));
    }
}
