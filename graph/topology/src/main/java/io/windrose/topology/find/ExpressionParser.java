package io.windrose.topology.find;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads an [Expression]; every problem names the part that it is about.
final class ExpressionParser {
    private static final Pattern OR = Pattern.compile("(?i)\\s+OR\\s+");
    private static final Pattern AND = Pattern.compile("(?i)\\s+AND\\s+");
    private static final Pattern FILLER = Pattern.compile("(?i)^(is|has)\\s+");
    private static final Pattern NOT = Pattern.compile("(?i)^(not\\s+|!\\s*)");
    private static final Pattern WORD_OPERATOR =
            Pattern.compile("(?i)^(\\S+)\\s+(not\\s+)?(contains|startswith|endswith)\\s+(.+)$");

    private final String text;
    private final List<Problem> problems = new ArrayList<>();

    ExpressionParser(String text) {
        this.text = text;
    }

    Result<Expression> parse() {
        var alternatives = new ArrayList<Expression.Conjunction>();
        for (var all : OR.split(text.strip(), -1)) {
            var nodeTerms = new ArrayList<Term.OfNode>();
            var edgeTerms = new ArrayList<Term.OfEdge>();
            for (var term : AND.split(all, -1)) {
                read(term.strip(), nodeTerms, edgeTerms);
            }
            if (!nodeTerms.isEmpty() && !edgeTerms.isEmpty()) {
                problem(all, "speaks of nodes and of edges; join those by OR");
            }
            alternatives.add(new Expression.Conjunction(nodeTerms, edgeTerms));
        }
        return Result.of(new Expression(text, alternatives), problems);
    }

    private void read(String term, List<Term.OfNode> nodes, List<Term.OfEdge> edges) {
        var rest = FILLER.matcher(term).replaceFirst("");
        var word = WORD_OPERATOR.matcher(rest);
        if (word.matches()) {
            var comparison = Comparison.ofWord(word.group(3)).orElseThrow();
            compare(
                    word.group(1),
                    word.group(2) == null ? comparison : comparison.negated(),
                    word.group(4).strip(),
                    nodes,
                    edges);
            return;
        }
        for (int at = 0; at < rest.length(); at++) {
            for (var comparison : Comparison.ALL) {
                if (at > 0 && rest.startsWith(comparison.symbol(), at)) {
                    compare(
                            rest.substring(0, at).strip(),
                            comparison,
                            rest.substring(at + comparison.symbol().length()).strip(),
                            nodes,
                            edges);
                    return;
                }
            }
        }
        claim(rest, nodes, edges);
    }

    private void compare(
            String named,
            Comparison as,
            String value,
            List<Term.OfNode> nodes,
            List<Term.OfEdge> edges) {
        boolean negated = NOT.matcher(named).lookingAt();
        var name = NOT.matcher(named).replaceFirst("").strip().toLowerCase(Locale.ROOT);
        var comparison = negated ? as.negated() : as;
        var nodeText = Vocabulary.NODE_TEXT.get(name);
        var edgeText = Vocabulary.EDGE_TEXT.get(name);
        var nodeNumber = Vocabulary.NODE_NUMBERS.get(name);
        var edgeNumber = Vocabulary.EDGE_NUMBERS.get(name);
        if (nodeText != null || edgeText != null) {
            if (comparison.isForNumbersOnly()) {
                problem(name + " " + comparison.symbol(), "compares numbers, but this is text");
            } else if (nodeText != null) {
                nodes.add((node, _) -> comparison.holds(nodeText.apply(node), value));
            } else if (edgeText != null) {
                edges.add(edge -> comparison.holds(edgeText.apply(edge), value));
            }
        } else if (nodeNumber != null || edgeNumber != null) {
            double number = number(value);
            if (comparison.isForTextOnly() || Double.isNaN(number)) {
                problem(
                        name + " " + comparison.symbol() + " " + value,
                        "needs a number and one of = != > >= < <=");
            } else if (nodeNumber != null) {
                nodes.add(
                        (node, in) -> comparison.holds(nodeNumber.applyAsDouble(node, in), number));
            } else if (edgeNumber != null) {
                edges.add(edge -> comparison.holds(edgeNumber.applyAsDouble(edge), number));
            }
        } else {
            unknown(name);
        }
    }

    private void claim(String term, List<Term.OfNode> nodes, List<Term.OfEdge> edges) {
        boolean negated = NOT.matcher(term).lookingAt();
        var name = NOT.matcher(term).replaceFirst("").strip().toLowerCase(Locale.ROOT);
        var nodeClaim = Vocabulary.NODE_CLAIMS.get(name);
        var edgeClaim = Vocabulary.EDGE_CLAIMS.get(name);
        if (nodeClaim != null) {
            nodes.add((node, _) -> nodeClaim.test(node) != negated);
        } else if (edgeClaim != null) {
            edges.add(edge -> edgeClaim.test(edge) != negated);
        } else {
            unknown(name);
        }
    }

    private void unknown(String name) {
        problem(name.isEmpty() ? "an empty term" : name, "is none of " + Vocabulary.names());
    }

    private void problem(String what, String why) {
        problems.add(
                Problem.error(
                        "MESH1553", Place.NOWHERE, "in \"" + text + "\": " + what + " " + why));
    }

    private static double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException notOne) {
            return Double.NaN;
        }
    }
}
