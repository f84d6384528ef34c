package io.windrose.shell.settings;

import io.windrose.kernel.Owner;
import io.windrose.workspace.preferences.KeptPreferences;
import io.windrose.workspace.preferences.Preferences;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the person chose; every change is kept at once. Confined to `fx`.
public final class SettingsViewModel {
    private final KeptPreferences kept;
    private final ReadOnlyObjectWrapper<Preferences> values;

    /// @param kept outlives this
    public SettingsViewModel(KeptPreferences kept, Owner fx) {
        this.kept = kept;
        this.values = new ReadOnlyObjectWrapper<>(kept.values().get());
        var _ = kept.values().subscribe(fx, values::set);
    }

    public ReadOnlyObjectProperty<Preferences> valuesProperty() {
        return values.getReadOnlyProperty();
    }

    public void change(UnaryOperator<Preferences> change) {
        kept.change(change);
        values.set(kept.values().get());
    }
}
