package io.windrose.conformance.analysis;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.run.Analysis;
import io.windrose.traffic.RuntimeSnapshot;
import io.windrose.traffic.route.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The findings about routes of one mesh, and what the sidecar of a client makes of them.
final class RouteVerdicts {
    private static final List<String> NOWHERE = List.of("IST0101", "KIA1101", "KIA1107");
    private static final List<String> NEVER = List.of("IST0130", "IST0131", "WR0213");
    private static final List<String> EMPTY = List.of("IST0173", "KIA0203");

    private final RuntimeSnapshot client;
    private final Map<String, Finding> nowhere = new HashMap<>();
    private final Map<String, Finding> never = new HashMap<>();
    private final Map<String, Finding> empty = new HashMap<>();
    private final List<String> contradictions = new ArrayList<>();
    private int requests;

    private RouteVerdicts(Mesh mesh, RuntimeSnapshot client) {
        this.client = client;
        for (var finding : Analysis.of(mesh).findings()) {
            var place = finding.place().resource() + " " + finding.place().path();
            if (NOWHERE.stream().anyMatch(finding::has)) {
                nowhere.put(place, finding);
            } else if (NEVER.stream().anyMatch(finding::has)) {
                never.put(place, finding);
            } else if (EMPTY.stream().anyMatch(finding::has)) {
                empty.put(place, finding);
            }
        }
    }

    static RouteVerdicts of(Mesh mesh) {
        var client =
                AskedProxy.of(
                        mesh.snapshot(),
                        "sidecar",
                        "client",
                        "shop",
                        "10.0.0.1",
                        Map.of("app", "client", "version", "v1"));
        var verdicts = new RouteVerdicts(mesh, client);
        mesh.all(Kinds.VIRTUAL_SERVICE).forEach(verdicts::ask);
        mesh.all(Kinds.DESTINATION_RULE).forEach(verdicts::subsets);
        return verdicts;
    }

    List<String> contradictions() {
        return contradictions;
    }

    int requests() {
        return requests;
    }

    /// Those that claim an effect.
    int findings() {
        return nowhere.size() + never.size() + empty.size();
    }

    private static String host(String name) {
        return name.contains(".") ? name : name + Rules.DOMAIN;
    }

    private static String cluster(Node destination) {
        return "outbound|80|%s|%s"
                .formatted(destination.text("subset"), host(destination.text("host")));
    }

    private void ask(MeshObject rule) {
        var table = client.routes().get("80");
        if (table == null) {
            contradictions.add("no routes for port 80");
            return;
        }
        var reached = new HashSet<String>();
        var led = new HashSet<String>();
        for (var request : Ask.all(host(rule.spec().texts("hosts").getFirst()))) {
            requests++;
            var decision = table.route(request);
            var name = decision.facts().name();
            reached.add(name);
            if (decision instanceof Decision.Forward forward) {
                led.add(name.split("\\.", 2)[0] + " " + forward.cluster());
            } else if (!(decision instanceof Decision.NoRoute)) {
                contradictions.add(rule.label() + " answers by itself: " + decision);
            }
        }
        for (var one : rule.spec().items("http")) {
            destinations(one, led);
            reach(one, reached);
        }
    }

    private void destinations(Node rule, Set<String> led) {
        for (var route : rule.items("route")) {
            var destination = route.get("destination");
            boolean isClaimed =
                    nowhere.containsKey(key(destination.get("host")))
                            || nowhere.containsKey(key(destination.get("subset")));
            var cluster = cluster(destination);
            boolean isThere = client.cluster(cluster) != null;
            boolean isTaken = led.contains(rule.text("name") + " " + cluster);
            if (isClaimed && isThere) {
                contradictions.add(key(destination) + " is claimed to lead nowhere: " + cluster);
            } else if (!isClaimed && !isThere && isTaken) {
                contradictions.add(key(destination) + " leads nowhere unseen: " + cluster);
            }
        }
        for (var way : led) {
            var parts = way.split(" ", 2);
            if (parts[0].equals(rule.text("name"))
                    && rule.items("route").stream()
                            .map(route -> cluster(route.get("destination")))
                            .noneMatch(parts[1]::equals)) {
                contradictions.add(key(rule) + " leads elsewhere: " + parts[1]);
            }
        }
    }

    private void reach(Node rule, Set<String> reached) {
        var name = rule.text("name");
        var matches = rule.items("match");
        if (matches.isEmpty()) {
            compare(rule, never.containsKey(key(rule)), reached.contains(name));
            return;
        }
        for (var match : matches) {
            boolean isClaimed = never.containsKey(key(rule)) || never.containsKey(key(match));
            compare(match, isClaimed, reached.contains(name + "." + match.text("name")));
        }
    }

    private void compare(Node node, boolean isClaimed, boolean isReached) {
        // What must not be there lets several matches together leave nothing, which nobody claims.
        boolean isOpen = !node.object().yaml().text().contains("withoutHeaders");
        if (isClaimed == isReached && (isClaimed || isOpen)) {
            contradictions.add(
                    key(node) + (isClaimed ? " is reached" : " is never reached, which is unseen"));
        }
    }

    private void subsets(MeshObject rule) {
        for (var subset : rule.spec().items("subsets")) {
            var name =
                    "outbound|80|%s|%s"
                            .formatted(subset.text("name"), host(rule.spec().text("host")));
            var cluster = client.cluster(name);
            boolean isEmpty =
                    cluster == null
                            || cluster.localities().stream()
                                    .allMatch(one -> one.endpoints().isEmpty());
            if (isEmpty != empty.containsKey(key(subset))) {
                contradictions.add(key(subset) + (isEmpty ? " is empty, unseen" : " has Pods"));
            }
        }
    }

    private static String key(Node node) {
        return node.place().resource() + " " + node.place().path();
    }
}
