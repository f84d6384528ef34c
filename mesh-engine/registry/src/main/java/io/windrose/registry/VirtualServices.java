package io.windrose.registry;

import io.windrose.config.resource.VirtualService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The VirtualServices of a mesh as clients see them: names spelled out, delegates put in place of
/// the routes that delegate to them.
final class VirtualServices {
    private record Seen(VirtualService rule, ExportTo exportTo) {}

    private final List<VirtualService> completed;
    private final List<Seen> oldestFirst;

    /// @param completed with names spelled out, oldest first
    /// @param defaultExportTo the mesh's, for rules that do not say
    VirtualServices(List<VirtualService> completed, List<String> defaultExportTo) {
        this.completed = List.copyOf(completed);
        var delegation = new Delegation(completed, defaultExportTo);
        var seen = new ArrayList<Seen>();
        for (var rule : completed) {
            if (!rule.hosts().isEmpty()) {
                seen.add(
                        new Seen(
                                delegation.resolve(rule),
                                ExportTo.of(
                                        rule.exportTo(),
                                        rule.meta().namespace(),
                                        defaultExportTo)));
            }
        }
        this.oldestFirst = List.copyOf(seen);
    }

    /// Oldest first, with names spelled out; routes that delegate still do.
    List<VirtualService> completed() {
        return completed;
    }

    /// Those bound to `gateway` that clients in `namespace` may see: first what is private to the
    /// namespace, then what is exported to it by name, then what is for everybody; in each the
    /// oldest first.
    ///
    /// @param gateway `mesh` for sidecars, else `namespace/name`
    /// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/model/push_context.go`
    ///   (`VirtualServicesForGateway`)
    List<VirtualService> of(String namespace, String gateway) {
        return oldestFirst.stream()
                .filter(seen -> seen.exportTo().includes(namespace))
                .filter(seen -> seen.rule().gateways().contains(gateway))
                .sorted(Comparator.comparingInt(seen -> distance(seen, namespace)))
                .map(Seen::rule)
                .toList();
    }

    private static int distance(Seen seen, String namespace) {
        return switch (seen.exportTo()) {
            case ExportTo.Everybody() -> 2;
            case ExportTo.Namespaces _, ExportTo.Nobody _ ->
                    seen.exportTo().isPrivate(namespace) ? 0 : 1;
        };
    }
}
