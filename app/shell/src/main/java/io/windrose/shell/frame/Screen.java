package io.windrose.shell.frame;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.Tone;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// One place of the navigation.
///
/// @param id stable, such as `topology`; the entry's node id is `nav-` and this
/// @param count what the entry says beside its title
/// @param view builds the content; asked when the screen is shown first, and kept from then on
public record Screen(
        String id,
        String title,
        Icon icon,
        Section section,
        ObservableValue<Optional<Count>> count,
        Supplier<View> view) {

    /// In the order of the navigation.
    public enum Section {
        OBSERVE("Observe"),
        MANAGE("Manage");

        private final String title;

        Section(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /// @param words what it counts, for people: `3 problems`
    public record Count(int number, Tone tone, String words) {}

    /// @param commands that exist while the screen is shown
    /// @param end called once, when the connection ends
    public record View(Node node, List<Command> commands, Runnable end) {
        public View {
            commands = List.copyOf(commands);
        }
    }

    /// One that never has anything to count.
    public static Screen of(
            String id, String title, Icon icon, Section section, Supplier<View> view) {
        return new Screen(
                id, title, icon, section, new SimpleObjectProperty<>(Optional.empty()), view);
    }
}
