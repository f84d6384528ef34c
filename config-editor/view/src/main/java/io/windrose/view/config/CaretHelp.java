package io.windrose.view.config;

import io.windrose.config.ConfigSnapshot;
import io.windrose.kernel.Timer;
import io.windrose.session.edit.Completion;
import io.windrose.session.edit.Draft;
import io.windrose.session.edit.HoverHelp;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is known of single places of the draft that lies open.
///
/// Confined to the owner of the view model; answers that come after the text has changed are
/// dropped.
final class CaretHelp {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Aside aside;
    private final Timer timer;
    private final Supplier<Optional<Draft>> open;
    private final ReadOnlyObjectWrapper<Optional<HoverHelp>> field =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Timer.Cancellation next = Timer.Cancellation.NOTHING;

    /// @param open the draft that lies open at the time of asking
    CaretHelp(Aside aside, Timer timer, Supplier<Optional<Draft>> open) {
        this.aside = aside;
        this.timer = timer;
        this.open = open;
    }

    /// What the field at the caret means; follows [#point] after a pause.
    ReadOnlyObjectProperty<Optional<HoverHelp>> fieldProperty() {
        return field.getReadOnlyProperty();
    }

    /// Tells where the caret is.
    void point(int offset) {
        next.cancel();
        next =
                timer.after(
                        PAUSE,
                        () ->
                                ask(
                                        draft ->
                                                HoverHelp.inLine(
                                                        draft.file(), draft.text(), offset),
                                        field::set));
    }

    /// @param then gets the answer here, unless the text has changed since
    void complete(int offset, ConfigSnapshot applied, Consumer<Completion> then) {
        ask(draft -> Completion.at(draft.file(), draft.text(), offset, applied), then);
    }

    /// @param then as for [#complete]
    void explain(int offset, Consumer<Optional<HoverHelp>> then) {
        ask(draft -> HoverHelp.at(draft.file(), draft.text(), offset), then);
    }

    private <T> void ask(Function<Draft, T> question, Consumer<T> then) {
        open.get()
                .ifPresent(draft ->
                        aside.run(
                                "Looking up a field",
                                () -> question.apply(draft),
                                answer -> {
                                    if (open.get().equals(Optional.of(draft))) {
                                        then.accept(answer);
                                    }
                                },
                                _ -> {}));
    }
}
