package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import java.util.stream.Stream;

/// The traffic policies of a DestinationRule: its own, those of subsets, and those of ports in
/// each.
final class TrafficPolicies {
    private TrafficPolicies() {}

    static Stream<Node> of(MeshObject rule) {
        var subsets =
                rule.spec().items("subsets").stream().map(subset -> subset.get("trafficPolicy"));
        return Stream.concat(Stream.of(rule.spec().get("trafficPolicy")), subsets)
                .filter(Node::exists)
                .flatMap(policy ->
                        Stream.concat(
                                Stream.of(policy), policy.items("portLevelSettings").stream()));
    }
}
