package io.windrose.shell.frame;

import io.windrose.icons.Icon;
import java.util.Optional;
import java.util.function.Supplier;

/// Something that a person can do from anywhere: by its key, in the palette, in the list of keys.
///
/// @param id stable, such as `topology.fit`
/// @param keys as on key caps, joined by `+`: `Ctrl+K`, `F`, `Ctrl+Shift+L`; empty for none
/// @param run on the JavaFX thread; must not block
/// @param hindrance why it cannot run at this moment, in one sentence; empty when it can
public record Command(
        String id,
        String title,
        Group group,
        Icon icon,
        String keys,
        Runnable run,
        Supplier<Optional<String>> hindrance) {

    /// In the order of the palette and of the list of keys.
    public enum Group {
        GO("Go to"),
        DO("Do"),
        VIEW("View"),
        WINDOW("Window");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// One that can always run.
    public static Command of(
            String id, String title, Group group, Icon icon, String keys, Runnable run) {
        return new Command(id, title, group, icon, keys, run, Optional::empty);
    }

    public Command unless(Supplier<Optional<String>> reason) {
        return new Command(id, title, group, icon, keys, run, reason);
    }
}
