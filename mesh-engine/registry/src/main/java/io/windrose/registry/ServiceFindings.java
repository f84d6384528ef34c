package io.windrose.registry;

import io.windrose.config.resource.Resource;
import io.windrose.config.resource.Sidecar;
import io.windrose.config.resource.VirtualService;
import io.windrose.kernel.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is wrong between resources that are each well said by themselves.
final class ServiceFindings {
    private static final String HOST_TAKEN = "MESH0501";
    private static final String SIDECAR_IGNORED = "MESH0502";
    private static final String ROUTES_IGNORED = "MESH0503";

    private final List<Problem> found = new ArrayList<>();

    /// @param winner the resource whose service stays
    void hostTaken(Service loser, Resource ignored, Resource winner) {
        found.add(
                Problem.warning(
                        HOST_TAKEN,
                        ignored.origin().place().withResource(ignored.id().toString()),
                        "host %s is ignored: %s in the same namespace defines it, too"
                                .formatted(loser.host(), winner.id())));
    }

    /// @param oldestFirst the Sidecars of a mesh
    void sidecars(List<Sidecar> oldestFirst) {
        var defaults = new HashMap<String, Sidecar>();
        for (var sidecar : oldestFirst) {
            if (sidecar.workloadSelector().isEmpty()) {
                var first = defaults.putIfAbsent(sidecar.meta().namespace(), sidecar);
                if (first != null) {
                    found.add(
                            Problem.warning(
                                    SIDECAR_IGNORED,
                                    sidecar.origin().place().withResource(sidecar.id().toString()),
                                    "ignored: %s is the older default of the namespace; add a"
                                                    .formatted(first.id())
                                            + " workloadSelector or merge the two"));
                }
            }
        }
    }

    /// @param oldestFirst the VirtualServices of a mesh, with names spelled out
    void virtualServices(List<VirtualService> oldestFirst) {
        Map<String, VirtualService> byHost = new HashMap<>();
        for (var rule : oldestFirst) {
            if (rule.gateways().contains(CompletedNames.MESH)) {
                for (var host : rule.hosts()) {
                    var first = byHost.putIfAbsent(host, rule);
                    if (first != null) {
                        found.add(
                                Problem.warning(
                                        ROUTES_IGNORED,
                                        rule.origin().place().withResource(rule.id().toString()),
                                        "routes for %s are ignored inside the mesh: %s is older"
                                                .formatted(host, first.id())));
                    }
                }
            }
        }
    }

    List<Problem> found() {
        return List.copyOf(found);
    }
}
