package io.windrose.topology.find;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.GraphType;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.Node;
import io.windrose.topology.Samples;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.build.TopologyBuilder;
import io.windrose.topology.build.TopologyOptions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpressionTest {
    private static final TopologySnapshot GRAPH =
            TopologyBuilder.build(
                    Samples.bookinfo().window(),
                    TopologyOptions.of(GraphType.WORKLOAD, Set.of()),
                    MeshFacts.NONE);

    private static Expression parse(String text) {
        return switch (Expression.parse(text)) {
            case Result.Ok<Expression>(var expression, _) -> expression;
            case Result.Err<Expression>(var problems) -> throw new AssertionError(problems);
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    app = reviews                      | reviews-v1,reviews-v2,reviews-v3
                    app = reviews AND version != v1    | reviews-v2,reviews-v3
                    name ^= rev and version $= 3       | reviews-v3
                    workload contains ings             | ratings-v1
                    workload not contains -            | unknown
                    failing                            | reviews-v3
                    ! healthy OR node = unknown        | reviews-v3,unknown
                    is gateway                         | istio-ingressgateway
                    ns = istio-system or app = details | details-v1,istio-ingressgateway
                    httpin = 12.3                      | reviews-v1
                    tcpin > 1000                       | mongodb-v1
                    """)
    void findsNodes(String expression, String names) {
        var found =
                GRAPH.nodes().values().stream()
                        .filter(state -> parse(expression).matches(state, GRAPH))
                        .map(state -> state.node().name())
                        .toList();
        assertThat(found).containsExactlyInAnyOrder(names.split(",", -1));
    }

    @ParameterizedTest
    @CsvSource({"%httperr > 10,1", "! mtls,2", "protocol = tcp,1", "http < 3,3", "tcp >= 9000,1"})
    void findsEdges(String expression, int edges) {
        assertThat(GRAPH.edges().values().stream().filter(parse(expression)::matches))
                .hasSize(edges);
    }

    @Test
    void hidingAlsoTakesNodesThatLoseTheirLastEdge() {
        var rest = parse("protocol = tcp").hideFrom(GRAPH);

        assertThat(rest.nodes()).doesNotContainKey(new Node.Workload("k", "default", "mongodb-v1"));
        assertThat(rest.edges().keySet().stream().map(EdgeKey::target).map(Node::name))
                .doesNotContain("mongodb-v1");
    }

    @ParameterizedTest
    @CsvSource({
        "colour = red,is none of",
        "httpin > many,needs a number",
        "app > 3,compares numbers",
        "app = a AND http > 3,join those by OR",
        "'',is none of"
    })
    void sayWhatIsWrong(String expression, String reason) {
        assertThat(Expression.parse(expression).problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains(reason);
    }
}
