package io.windrose.canvas.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.topology.Badge;
import io.windrose.topology.Edge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.GraphType;
import io.windrose.topology.Health;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.Traffic;
import io.windrose.topology.traffic.Protocol;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RowTest {
    private static final Node CALLER = new Node.App("c", "town", "shop", "latest");
    private static final Node CALLED = new Node.Service("c", "town", "carts");
    private static final EdgeKey KEY = new EdgeKey(CALLER, CALLED, Protocol.HTTP);

    @Test
    void theConfigurationOfAnEdgeIsItsOwnAndNotThatOfItsTarget() {
        assertThat(Row.edges(graph(Set.of())))
                .extracting(Row::configuration)
                .containsExactly(Health.Status.NONE);
        assertThat(Row.edges(graph(Set.of(Badge.CONFIG_WARNING))))
                .extracting(Row::configuration)
                .containsExactly(Health.Status.DEGRADED);
        assertThat(Row.nodes(graph(Set.of())))
                .extracting(Row::configuration)
                .containsExactly(Health.Status.NONE, Health.Status.FAILING);
    }

    @Test
    void aVersionThatNobodyGaveIsNotNamed() {
        assertThat(Row.edges(graph(Set.of()))).extracting(Row::from).containsExactly("shop");
    }

    private static TopologySnapshot graph(Set<Badge> ofEdge) {
        return TopologySnapshot.of(
                GraphType.VERSIONED_APP,
                List.of(NodeState.of(CALLER), NodeState.of(CALLED).withBadge(Badge.CONFIG_ERROR)),
                List.of(new Edge(KEY, Traffic.IDLE, Health.NONE, ofEdge)));
    }
}
