package io.windrose.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NodeOrderTest {
    private static final List<String> WORDS = List.of("", "a", "a-b", "a.b", "ab", "b", "a1", "Z");

    /// Names that are beginnings of one another are where orders differ.
    @Test
    void nodesStandAsTheirIdsWould() {
        var nodes = new ArrayList<Node>(List.of(new Node.Unknown()));
        for (var namespace : WORDS) {
            for (var name : WORDS) {
                nodes.add(new Node.Workload("c", namespace, name));
                nodes.add(new Node.Service(namespace, "n", name));
                WORDS.forEach(version -> nodes.add(new Node.App("c", namespace, name, version)));
            }
        }
        var byId = new ArrayList<>(nodes);
        byId.sort(Comparator.comparing(Node::id));

        nodes.sort(Node.ORDER);

        assertThat(nodes).isEqualTo(byId);
    }
}
