package io.windrose.registry;

import io.windrose.config.resource.Resource;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Selector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Resources of one kind, found by the labels of the workloads that they select.
final class Selected<R extends Resource> {
    private final Map<String, List<Ranked<R>>> wide = new HashMap<>();
    private final Map<Label, List<Ranked<R>>> byFirstLabel = new HashMap<>();

    /// @param rank the place in the list that was given
    private record Ranked<R>(int rank, Selector selector, R resource) {}

    private record Label(String namespace, String key, String value) {}

    /// @param inOrder the order in which they are found
    Selected(List<R> inOrder, Function<R, Selector> selector) {
        for (int i = 0; i < inOrder.size(); i++) {
            add(i, selector.apply(inOrder.get(i)), inOrder.get(i));
        }
    }

    private void add(int rank, Selector selector, R resource) {
        var ranked = new Ranked<>(rank, selector, resource);
        var namespace = resource.meta().namespace();
        if (selector.selectsAll()) {
            wide.computeIfAbsent(namespace, _ -> new ArrayList<>()).add(ranked);
        } else {
            var first = selector.matchLabels().firstEntry();
            var label = new Label(namespace, first.getKey(), first.getValue());
            byFirstLabel.computeIfAbsent(label, _ -> new ArrayList<>()).add(ranked);
        }
    }

    /// Those in a namespace that select a workload, and those without a selector.
    List<R> of(String namespace, Labels workload) {
        var labelled = candidates(namespace, workload);
        return Stream.concat(
                        wide.getOrDefault(namespace, List.of()).stream(),
                        labelled.filter(one -> one.selector().matches(workload)))
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::resource)
                .toList();
    }

    private Stream<Ranked<R>> candidates(String namespace, Labels workload) {
        return workload.byKey().entrySet().stream()
                .map(one -> new Label(namespace, one.getKey(), one.getValue()))
                .flatMap(label -> byFirstLabel.getOrDefault(label, List.of()).stream());
    }
}
