package io.windrose.view.split;

import io.windrose.kernel.TrafficSplit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A split that is being changed beside the one that is asked for.
///
/// Between two neighbours stands a handle; handle 0 follows the first subset. A handle that is
/// moved past others pushes them along. Confined to the JavaFX thread; in tests to the calling one.
public final class SplitViewModel {
    private final ReadOnlyObjectWrapper<TrafficSplit> draft;
    private final ReadOnlyObjectWrapper<TrafficSplit> asked;

    public SplitViewModel(TrafficSplit asked) {
        draft = new ReadOnlyObjectWrapper<>(asked);
        this.asked = new ReadOnlyObjectWrapper<>(asked);
    }

    public ReadOnlyObjectProperty<TrafficSplit> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<TrafficSplit> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    public TrafficSplit draft() {
        return draft.get();
    }

    public TrafficSplit asked() {
        return asked.get();
    }

    public boolean isChanged() {
        return !draft().equals(asked());
    }

    /// What is asked for now; a draft of other subsets is given up, and what was no draft follows.
    public void ask(TrafficSplit now) {
        boolean follows =
                !isChanged() || !subsets().equals(List.copyOf(now.percentBySubset().keySet()));
        asked.set(now);
        if (follows) {
            draft.set(now);
        }
    }

    /// Gives up the draft.
    public void reset() {
        draft.set(asked());
    }

    /// @param percent 0 to 100; the others keep their ratio to one another
    public void set(String subset, int percent) {
        draft.set(draft().with(subset, percent));
    }

    /// In the order of the bar.
    public List<String> subsets() {
        return List.copyOf(draft().percentBySubset().keySet());
    }

    public int handles() {
        return draft().percentBySubset().size() - 1;
    }

    /// The percents of all subsets before the handle together, 0 to 100.
    public int position(int handle) {
        return draft().percentBySubset().values().stream()
                .limit(handle + 1L)
                .mapToInt(Integer::intValue)
                .sum();
    }

    /// @param position beyond 0 or 100 means just there
    public void move(int handle, int position) {
        int border = Math.clamp(position, 0, 100);
        var borders = new ArrayList<Integer>();
        for (int i = 0; i < handles(); i++) {
            int now = position(i);
            borders.add(
                    i < handle
                            ? Math.min(now, border)
                            : i > handle ? Math.max(now, border) : border);
        }
        borders.add(100);
        var next = new LinkedHashMap<String, Integer>();
        int before = 0;
        for (var subset : subsets()) {
            int behind = borders.get(next.size());
            next.put(subset, behind - before);
            before = behind;
        }
        draft.set(new TrafficSplit(next));
    }

    /// Moves the handle as far as its two neighbours allow, so that nobody else changes.
    public void nudge(int handle, int points) {
        move(handle, Math.clamp((long) position(handle) + points, least(handle), most(handle)));
    }

    /// Where the subset on the left of the handle has nothing.
    public int least(int handle) {
        return handle == 0 ? 0 : position(handle - 1);
    }

    /// Where the subset on the right of the handle has nothing.
    public int most(int handle) {
        return handle == handles() - 1 ? 100 : position(handle + 1);
    }

    /// Takes everything from the subset on the right of the handle; all others share it in their
    /// ratio.
    public void sendBack(int handle) {
        set(subsets().get(handle + 1), 0);
    }
}
