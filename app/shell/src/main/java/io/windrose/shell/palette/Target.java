package io.windrose.shell.palette;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.Tone;
import java.util.Optional;

/// Something that the palette can find.
///
/// @param detail what tells it from others of that title: `service, bookinfo`; may be empty
/// @param tone a state that is worth a sign; empty for none
/// @param keys of its command; empty for none
/// @param hindrance why it cannot be run now; empty when it can
public record Target(
        Group group,
        Icon icon,
        String title,
        String detail,
        Optional<Tone> tone,
        String keys,
        Optional<String> hindrance,
        Runnable run) {

    /// In the order in which they are listed.
    public enum Group {
        GO("Go to"),
        DO("Do");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}
