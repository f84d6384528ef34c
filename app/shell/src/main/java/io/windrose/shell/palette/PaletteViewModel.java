package io.windrose.shell.palette;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What was typed, what answers it, and which answer is chosen; confined to the JavaFX thread.
public final class PaletteViewModel {
    /// More than one can look through.
    private static final int MOST_PER_GROUP = 7;

    /// Weight of a match in the detail against one in the title.
    private static final int DETAIL = 3;

    private final Supplier<List<Target>> targets;
    private final Runnable close;
    private final ReadOnlyObjectWrapper<List<Target>> found =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(0);

    /// @param targets asked anew with every key, so that it answers with what is there now
    /// @param close called before the chosen target runs
    public PaletteViewModel(Supplier<List<Target>> targets, Runnable close) {
        this.targets = targets;
        this.close = close;
        type("");
    }

    /// Best first within each group, groups in their order.
    public ReadOnlyObjectProperty<List<Target>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Index of the chosen one in what was found; 0 while nothing was found.
    public ReadOnlyIntegerProperty chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    public void type(String text) {
        record Scored(Target target, int score) {}
        var scored = new ArrayList<Scored>();
        for (Target target : targets.get()) {
            score(text, target).ifPresent(score -> scored.add(new Scored(target, score)));
        }
        scored.sort(Comparator.comparingInt(Scored::score).reversed());
        var listed = new ArrayList<Target>();
        for (Target.Group group : Target.Group.values()) {
            scored.stream()
                    .map(Scored::target)
                    .filter(target -> target.group() == group)
                    .limit(MOST_PER_GROUP)
                    .forEach(listed::add);
        }
        found.set(List.copyOf(listed));
        chosen.set(best(listed, scored.isEmpty() ? null : scored.getFirst().target()));
    }

    /// @param by 1 for the next, -1 for the one before; goes round
    public void move(int by) {
        int size = found.get().size();
        if (size > 0) {
            chosen.set(Math.floorMod(chosen.get() + by, size));
        }
    }

    public void run() {
        chosenTarget().ifPresent(this::run);
    }

    /// Stays open when the target cannot run now: the reason stands beside it.
    public void run(Target target) {
        if (target.hindrance().isEmpty()) {
            close.run();
            target.run().run();
        }
    }

    public void cancel() {
        close.run();
    }

    Optional<Target> chosenTarget() {
        int index = chosen.get();
        return index < found.get().size() ? Optional.of(found.get().get(index)) : Optional.empty();
    }

    private static OptionalInt score(String text, Target target) {
        var title = Match.score(text, target.title());
        if (title.isPresent()) {
            return title;
        }
        var all = Match.score(text, target.title() + " " + target.detail());
        return all.isPresent() ? OptionalInt.of(all.getAsInt() / DETAIL) : all;
    }

    private static int best(List<Target> listed, @Nullable Target first) {
        return first == null ? 0 : Math.max(0, listed.indexOf(first));
    }
}
