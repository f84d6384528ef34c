package io.windrose.topology.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.topology.Edge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.GraphType;
import io.windrose.topology.Health;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.Outcome;
import io.windrose.topology.Response;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.traffic.PeerSecurity;
import io.windrose.topology.traffic.Protocol;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WaysTest {
    private static final Node GATE = node("gate");
    private static final Node JOB = node("job");
    private static final Node SHOP = node("shop");
    private static final Node CART = node("cart");
    private static final Node PAY = node("pay");
    private static final Node RING = node("ring");
    private static final Node ROUND = node("round");

    /// Two entries; `pay` is reached over `cart` with much, from `job` with little; two nodes call
    /// one another and nobody calls them.
    private static final Ways WAYS =
            Ways.of(
                    TopologySnapshot.of(
                            GraphType.WORKLOAD,
                            Stream.of(GATE, JOB, SHOP, CART, PAY, RING, ROUND)
                                    .map(NodeState::of)
                                    .toList(),
                            List.of(
                                    edge(GATE, SHOP, 100),
                                    edge(SHOP, CART, 60),
                                    edge(SHOP, SHOP, 5),
                                    edge(CART, PAY, 50),
                                    edge(JOB, PAY, 0.5),
                                    edge(RING, ROUND, 1),
                                    edge(ROUND, RING, 1))));

    @Test
    void theNeighbourhoodLooksBothWaysAndNoFurtherThanAsked() {
        assertThat(WAYS.neighbourhood(CART, 0)).containsExactly(CART);
        assertThat(WAYS.neighbourhood(CART, 1)).containsExactlyInAnyOrder(SHOP, CART, PAY);
        assertThat(WAYS.neighbourhood(CART, 2))
                .containsExactlyInAnyOrder(GATE, SHOP, CART, PAY, JOB);
        assertThat(WAYS.neighbourhood(node("stranger"), 2)).isEmpty();
    }

    @Test
    void entriesAreThoseWhomNobodyElseCalls() {
        assertThat(WAYS.roots()).containsExactly(GATE, JOB);
    }

    @Test
    void theBusiestWayIsNotTheShortest() {
        assertThat(WAYS.busiestWayTo(PAY))
                .containsExactly(key(GATE, SHOP), key(SHOP, CART), key(CART, PAY));
    }

    @Test
    void noWayLeadsToAnEntryOrIntoACircle() {
        assertThat(WAYS.busiestWayTo(GATE)).isEmpty();
        assertThat(WAYS.busiestWayTo(RING)).isEmpty();
        assertThat(WAYS.busiestWayTo(node("stranger"))).isEmpty();
    }

    @Test
    void siblingsShareTheCallerOneCameFrom() {
        assertThat(WAYS.siblings(CART, Optional.of(SHOP))).containsExactly(CART);
        assertThat(WAYS.siblings(GATE, Optional.empty())).containsExactly(GATE, JOB);
        assertThat(WAYS.siblings(PAY, Optional.of(GATE))).containsExactly(PAY);
    }

    @Test
    void nobodyIsHisOwnTarget() {
        assertThat(WAYS.targets(SHOP)).containsExactly(CART);
        assertThat(WAYS.sources(SHOP)).containsExactly(GATE);
    }

    private static Node node(String name) {
        return new Node.Workload("k", "default", name);
    }

    private static EdgeKey key(Node source, Node target) {
        return new EdgeKey(source, target, Protocol.HTTP);
    }

    private static Edge edge(Node source, Node target, double rate) {
        var traffic =
                Traffic.of(
                        "200",
                        Response.of(Outcome.SUCCESS, rate, "-", ""),
                        PeerSecurity.MUTUAL_TLS);
        return new Edge(key(source, target), traffic, Health.HEALTHY);
    }
}
