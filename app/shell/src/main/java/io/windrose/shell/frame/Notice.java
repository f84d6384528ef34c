package io.windrose.shell.frame;

import io.windrose.shell.theme.Tone;
import java.util.Optional;

/// What the window says in passing: how an action ended, or why it cannot run.
///
/// @param detail the cause, or what changed; empty for none
/// @param action the one thing to do about it, such as Undo
public record Notice(Tone tone, String text, String detail, Optional<Action> action) {

    public record Action(String title, Runnable run) {}

    public static Notice done(String text) {
        return new Notice(Tone.HEALTHY, text, "", Optional.empty());
    }

    public static Notice failed(String text, String detail) {
        return new Notice(Tone.FAILING, text, detail, Optional.empty());
    }

    public static Notice hint(String text, String detail) {
        return new Notice(Tone.INFO, text, detail, Optional.empty());
    }
}
