package io.windrose.shell.settings;

import io.windrose.topology.display.Theme;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is chosen now; every change is kept at once. Confined to the JavaFX thread.
public final class SettingsViewModel {
    private final ReadOnlyObjectWrapper<Choices> choices;
    private final Consumer<Choices> keeper;

    /// @param refresh how often a new connection is looked at
    /// @param reducedMotion whether nothing may move
    /// @param stallDetector whether it is logged when the window stands still
    public record Choices(
            Theme theme, Duration refresh, boolean reducedMotion, boolean stallDetector) {
        public static final Choices DEFAULT =
                new Choices(Theme.DARK, Duration.ofSeconds(5), false, false);

        public Choices with(Theme newTheme) {
            return new Choices(newTheme, refresh, reducedMotion, stallDetector);
        }

        public Choices with(Duration newRefresh) {
            return new Choices(theme, newRefresh, reducedMotion, stallDetector);
        }

        public Choices withReducedMotion(boolean reduced) {
            return new Choices(theme, refresh, reduced, stallDetector);
        }

        public Choices withStallDetector(boolean detect) {
            return new Choices(theme, refresh, reducedMotion, detect);
        }
    }

    /// @param keeper remembers them for the next start; must not block
    public SettingsViewModel(Choices first, Consumer<Choices> keeper) {
        this.choices = new ReadOnlyObjectWrapper<>(first);
        this.keeper = keeper;
    }

    public ReadOnlyObjectProperty<Choices> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    public void change(UnaryOperator<Choices> change) {
        var next = change.apply(choices.get());
        if (!next.equals(choices.get())) {
            choices.set(next);
            keeper.accept(next);
        }
    }
}
