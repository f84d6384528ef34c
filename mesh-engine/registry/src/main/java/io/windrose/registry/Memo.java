package io.windrose.registry;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The last result of a computation, kept for as long as its inputs are the same objects. A new
/// result that equals the last one gives way to it, so that what did not change stays identical.
///
/// Confined to the owner of the [MeshBuilder].
final class Memo<T> {
    private List<?> inputs = List.of();
    private @Nullable T output;

    T get(List<?> newInputs, Supplier<T> computation) {
        var last = output;
        if (last != null && same(newInputs)) {
            return last;
        }
        var computed = computation.get();
        var next = last != null && computed.equals(last) ? last : computed;
        inputs = newInputs;
        output = next;
        return next;
    }

    /// By identity, of lists element by element: a configuration lists the same resources in new
    /// lists.
    private boolean same(List<?> newInputs) {
        if (newInputs.size() != inputs.size()) {
            return false;
        }
        for (int i = 0; i < newInputs.size(); i++) {
            if (!same(inputs.get(i), newInputs.get(i))) {
                return false;
            }
        }
        return true;
    }

    // Identity is the point: equality of large resources is what is to be saved.
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(Object before, Object now) {
        if (before == now) {
            return true;
        }
        if (before instanceof List<?> a && now instanceof List<?> b && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                if (a.get(i) != b.get(i)) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }
}
