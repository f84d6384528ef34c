package io.windrose.config.syntax;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.CelIdent;
import dev.cel.common.ast.CelExprVisitor;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// Collects the names that an expression gets from outside.
final class CelNames extends CelExprVisitor {
    private final Map<Long, Integer> positions;

    /// Variables of the loops around what is visited, the innermost first.
    private final Deque<String> variables = new ArrayDeque<>();

    private final Map<String, Integer> found = new HashMap<>();

    private CelNames(Map<Long, Integer> positions) {
        this.positions = positions;
    }

    /// @return each with the offset of its first use in `text`, in that order
    static Map<String, Integer> of(String text, CelAbstractSyntaxTree expression) {
        var names = new CelNames(expression.getSource().getPositionsMap());
        names.visit(expression);
        var sorted = new LinkedHashMap<String, Integer>();
        names.found.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .forEach(name ->
                        sorted.put(name.getKey(), text.offsetByCodePoints(0, name.getValue())));
        return Collections.unmodifiableMap(sorted);
    }

    @Override
    protected void visit(CelExpr expression, CelIdent name) {
        if (!variables.contains(name.name())) {
            var word = name.name().startsWith(".") ? name.name().substring(1) : name.name();
            found.merge(word, positions.getOrDefault(expression.id(), 0), Math::min);
        }
    }

    @Override
    protected void visit(CelExpr expression, CelComprehension loop) {
        visit(loop.iterRange());
        visit(loop.accuInit());
        variables.push(loop.accuVar());
        variables.push(loop.iterVar());
        visit(loop.loopCondition());
        visit(loop.loopStep());
        variables.pop();
        visit(loop.result());
        variables.pop();
    }
}
