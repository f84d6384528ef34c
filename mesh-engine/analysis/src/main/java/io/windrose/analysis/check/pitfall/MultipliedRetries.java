package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Fact;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.Workloads.Workload;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Retries of several services on one path, each of which repeats those behind it. Only retries
/// that somebody wrote and calls that are known count: the number said is an upper bound for them,
/// and there may be more.
///
/// @see <a href="https://sre.google/sre-book/addressing-cascading-failures/">Site Reliability
///   Engineering: retries at several layers</a>
final class MultipliedRetries extends Pitfall {
    /// Two hops that retry twice each make nine, which many meshes live with.
    private static final int MANY = 10;

    private static final int LONGEST = 6;

    MultipliedRetries() {
        super("WR0221");
    }

    /// One step of a path.
    ///
    /// @param from empty for whoever comes through a gateway
    /// @param attempts where the retries are set
    private record Hop(Optional<Workload> from, Hostname to, int tries, Node attempts) {
        boolean isFrom(Hop other) {
            return from.map(Workload::object).equals(other.from.map(Workload::object))
                    || to.equals(other.to);
        }
    }

    /// Hops up to one, and how many requests they make of one.
    private record Path(List<Hop> hops, long tries) {
        Path and(Hop hop) {
            var all = new ArrayList<>(hops);
            all.add(hop);
            return new Path(all, tries * hop.tries());
        }

        boolean isThrough(Hop hop) {
            return hops.stream().anyMatch(one -> one.isFrom(hop));
        }
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var hops = hops(mesh);
        var behind = new HashMap<MeshObject, List<Hop>>();
        var runs = new HashMap<Hostname, Set<MeshObject>>();
        for (var hop : hops) {
            var workloads = runs.computeIfAbsent(hop.to(), host -> workloads(mesh, host));
            workloads.forEach(one -> behind.computeIfAbsent(one, _ -> new ArrayList<>()).add(hop));
        }
        var worst = new LinkedHashMap<String, Path>();
        var longest = longest(hops, behind);
        for (var hop : hops) {
            var key = hop.attempts().object().label() + hop.attempts().path();
            worst.merge(
                    key,
                    longest.getOrDefault(hop, new Path(List.of(hop), hop.tries())),
                    (one, other) -> one.tries() >= other.tries() ? one : other);
        }
        worst.values().stream()
                .filter(path -> path.hops().size() > 1 && path.tries() >= MANY)
                .forEach(path -> found.accept(finding(path)));
    }

    /// @param attempts where a route sets them
    /// @param to where it leads
    private record Retries(Node attempts, int tries, Set<Hostname> to) {}

    private record RetriesOf(MeshObject rule) implements Fact<List<Retries>> {
        @Override
        public List<Retries> of(Mesh mesh) {
            var retries = new ArrayList<Retries>();
            for (var route : rule.spec().items("http")) {
                var attempts = route.get("retries", "attempts");
                int tries = 1 + Math.clamp(attempts.whole(0), 0, 100);
                if (tries > 1) {
                    retries.add(new Retries(attempts, tries, destinations(rule, route)));
                }
            }
            return retries;
        }
    }

    private static List<Hop> hops(Mesh mesh) {
        var hops = new ArrayList<Hop>();
        for (var rule : mesh.all(Kinds.VIRTUAL_SERVICE)) {
            var retries = mesh.get(new RetriesOf(rule));
            if (!retries.isEmpty()) {
                add(mesh, rule, retries, hops);
            }
        }
        return hops;
    }

    private static void add(Mesh mesh, MeshObject rule, List<Retries> retries, List<Hop> hops) {
        var calls = Calls.of(mesh);
        var gateways = rule.spec().texts("gateways");
        boolean outside = gateways.stream().anyMatch(one -> !one.equals("mesh"));
        boolean inside = gateways.isEmpty() || gateways.contains("mesh");
        for (var one : retries) {
            for (var to : one.to()) {
                if (outside) {
                    hops.add(new Hop(Optional.empty(), to, one.tries(), one.attempts()));
                }
                if (inside) {
                    calls.callers(to)
                            .forEach(caller ->
                                    hops.add(
                                            new Hop(
                                                    Optional.of(caller),
                                                    to,
                                                    one.tries(),
                                                    one.attempts())));
                }
            }
        }
    }

    private static Set<Hostname> destinations(MeshObject rule, Node route) {
        var hosts = new HashSet<Hostname>();
        for (var one : route.items("route")) {
            hosts.add(Hosts.complete(one.text("destination", "host"), rule.namespace()));
        }
        return hosts;
    }

    private static Set<MeshObject> workloads(Mesh mesh, Hostname host) {
        var objects = new HashSet<MeshObject>();
        for (var service : mesh.hosts().named(host)) {
            var name = host.value().substring(0, Math.max(0, host.value().indexOf('.')));
            mesh.find(Kinds.SERVICE, service.namespace(), name)
                    .map(one -> one.spec().words("selector"))
                    .filter(labels -> !labels.isEmpty())
                    .ifPresent(labels ->
                            mesh.workloads()
                                    .matching(service.namespace(), Selector.of(labels))
                                    .forEach(one -> objects.add(one.object())));
        }
        return objects;
    }

    /// For each hop the path to it that repeats most, of at most [#LONGEST] hops and through no
    /// workload twice. In no order.
    private static Map<Hop, Path> longest(List<Hop> hops, Map<MeshObject, List<Hop>> behind) {
        var best = new LinkedHashMap<Hop, Path>();
        hops.forEach(hop -> best.put(hop, new Path(List.of(hop), hop.tries())));
        for (int length = 2; length <= LONGEST; length++) {
            var before = Map.copyOf(best);
            for (var hop : hops) {
                hop.from().map(Workload::object).stream()
                        .flatMap(from -> behind.getOrDefault(from, List.of()).stream())
                        .map(before::get)
                        .filter(path -> path != null && !path.isThrough(hop))
                        .map(path -> path.and(hop))
                        .forEach(path ->
                                best.merge(
                                        hop,
                                        path,
                                        (one, other) ->
                                                one.tries() >= other.tries() ? one : other));
            }
        }
        return best;
    }

    private Finding finding(Path path) {
        var last = path.hops().getLast();
        var way = path.hops().stream().map(hop -> hop.tries() + " tries of " + hop.to()).toList();
        return Finding.of(
                code(),
                last.attempts(),
                "On one path there are %s: one request becomes up to %d here while it fails; retry in one place of a path."
                        .formatted(String.join(", then ", way), path.tries()));
    }
}
