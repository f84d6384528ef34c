package io.windrose.analysis.check.security;

import io.windrose.traffic.authorize.Policy;
import io.windrose.traffic.authorize.Term;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Rules of the engine with other leaves: what is not known of a request is [Term.NotUnderstood],
/// through which the engine keeps it open.
final class Terms {
    private static final Term OPEN = new Term.NotUnderstood("not known of the request");

    private Terms() {}

    static Term open() {
        return OPEN;
    }

    /// @param leaf for each term that holds no others
    static Policy replace(Policy rule, UnaryOperator<Term> leaf) {
        return new Policy(
                rule.name(), replace(rule.permission(), leaf), replace(rule.principal(), leaf));
    }

    /// The terms that hold no others.
    static Stream<Term> leaves(Term term) {
        return switch (term) {
            case Term.And(var terms) -> terms.stream().flatMap(Terms::leaves);
            case Term.Or(var terms) -> terms.stream().flatMap(Terms::leaves);
            case Term.Not(var inner) -> leaves(inner);
            default -> Stream.of(term);
        };
    }

    private static Term replace(Term term, UnaryOperator<Term> leaf) {
        return switch (term) {
            case Term.And(var terms) -> new Term.And(replace(terms, leaf));
            case Term.Or(var terms) -> new Term.Or(replace(terms, leaf));
            case Term.Not(var inner) -> new Term.Not(replace(inner, leaf));
            default -> leaf.apply(term);
        };
    }

    private static List<Term> replace(List<Term> terms, UnaryOperator<Term> leaf) {
        return terms.stream().map(term -> replace(term, leaf)).toList();
    }
}
