package io.windrose.topology.find;

import io.windrose.kernel.Result;
import io.windrose.topology.Edge;
import io.windrose.topology.EdgeKey;
import io.windrose.topology.Node;
import io.windrose.topology.NodeState;
import io.windrose.topology.TopologySnapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A condition on nodes or edges, as typed into the find and hide fields.
///
/// ```
/// expression = all ( "OR" all )*
/// all        = term ( "AND" term )*
/// term       = [ "!" | "not" ] name | name operator value
/// operator   = "=" | "!=" | "*=" | "!*=" | "^=" | "!^=" | "$=" | "!$=" | "contains" | "startswith"
///            | "endswith" | ">" | ">=" | "<" | "<="
/// ```
///
/// Words may be in either case. One `all` speaks of nodes or of edges, never of both.
///
/// @param text as the user typed it
public record Expression(String text, List<Conjunction> alternatives) {

    /// Terms that must hold together; all about nodes or all about edges.
    record Conjunction(List<Term.OfNode> nodeTerms, List<Term.OfEdge> edgeTerms) {}

    public Expression {
        alternatives = List.copyOf(alternatives);
    }

    public static Result<Expression> parse(String text) {
        return new ExpressionParser(text).parse();
    }

    public boolean matches(NodeState node, TopologySnapshot in) {
        return alternatives.stream()
                .filter(all -> !all.nodeTerms().isEmpty())
                .anyMatch(all -> all.nodeTerms().stream().allMatch(term -> term.test(node, in)));
    }

    public boolean matches(Edge edge) {
        return alternatives.stream()
                .filter(all -> !all.edgeTerms().isEmpty())
                .anyMatch(all -> all.edgeTerms().stream().allMatch(term -> term.test(edge)));
    }

    /// The graph without what matches, and without nodes that thereby lost all their edges.
    public TopologySnapshot hideFrom(TopologySnapshot whole) {
        var rest = whole.only(state -> !matches(state, whole), edge -> !matches(edge));
        Set<Node> connectedBefore = ends(whole.edges().keySet());
        Set<Node> connectedNow = ends(rest.edges().keySet());
        return rest.only(
                state ->
                        connectedNow.contains(state.node())
                                || !connectedBefore.contains(state.node()),
                _ -> true);
    }

    private static Set<Node> ends(Set<EdgeKey> edges) {
        var ends = new HashSet<Node>();
        for (var edge : edges) {
            ends.add(edge.source());
            ends.add(edge.target());
        }
        return ends;
    }
}
