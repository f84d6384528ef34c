package io.windrose.analysis.check.security;

import io.windrose.traffic.authorize.Policy;
import io.windrose.traffic.authorize.Term;
import io.windrose.traffic.authorize.Truth;
import io.windrose.traffic.match.HeaderMatch;
import io.windrose.traffic.match.HeaderMatch.Test;
import io.windrose.traffic.match.StringMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Requests of which some conditions are known to be true and others to be false; one way to match
/// a rule.
///
/// @param holds conditions without others inside
/// @param fails likewise
record Way(List<Term> holds, List<Term> fails) {
    /// Rules with more are not taken apart.
    private static final int MOST = 2_000;

    static final Way ALL = new Way(List.of(), List.of());

    /// Requests of callers who show who they are.
    static final Way NAMED =
            new Way(List.of(new Term.Authenticated(StringMatch.regex(".+"))), List.of());

    /// Requests of callers who do not.
    static final Way NAMELESS = new Way(List.of(), List.of(Leaves.ANY_NAME));

    /// Requests without any claim of a token that somebody has verified.
    static final Way TOKENLESS = new Way(List.of(), List.of(Leaves.ANY_CLAIM));

    /// Every request has these.
    private static final List<Term> ALWAYS =
            List.of(
                    present(":method"),
                    present(":authority"),
                    new Term.Path(StringMatch.regex(".+")));

    /// Requests of one caller.
    ///
    /// @param principal such as `cluster.local/ns/shop/sa/front`
    static Way ofCaller(String principal) {
        var name = StringMatch.exact("spiffe://" + principal);
        return new Way(List.of(new Term.Authenticated(name)), List.of());
    }

    /// Requests of callers of one namespace.
    static Way ofNamespace(String name) {
        var names = StringMatch.regex(".*/ns/" + name + "/.*");
        return new Way(List.of(new Term.Authenticated(names)), List.of());
    }

    /// Requests for one thing.
    ///
    /// @param path with or without a query
    /// @param port of other texts than numbers nothing is known
    static Way get(String path, String port) {
        var holds = new ArrayList<Term>();
        holds.add(new Term.Header(HeaderMatch.exact(":method", "GET")));
        holds.add(new Term.Path(StringMatch.exact(path.replaceFirst("\\?.*", ""))));
        if (port.matches("[0-9]{1,5}")) {
            int number = Integer.parseInt(port);
            holds.add(new Term.LocalPort(number, number + 1));
        }
        return new Way(holds, List.of());
    }

    private static Term present(String header) {
        return new Term.Header(new HeaderMatch(header, new Test.Present(true), false, false));
    }

    /// Together all requests that match, or more where a condition is not understood. Empty for a
    /// rule of too many values.
    static Optional<List<Way>> of(Policy rule) {
        return of(new Term.And(List.of(rule.permission(), rule.principal())), true)
                .map(ways -> ways.stream().filter(way -> !way.isImpossible()).toList());
    }

    /// @param isTrue whether the term is to be true
    private static Optional<List<Way>> of(Term term, boolean isTrue) {
        return switch (term) {
            case Term.Not(var inner) -> of(inner, !isTrue);
            case Term.And(var terms) -> isTrue ? each(terms, true) : any(terms, false);
            case Term.Or(var terms) -> isTrue ? any(terms, true) : each(terms, false);
            case Term.Always(var value) -> Optional.of(value == isTrue ? List.of(ALL) : List.of());
            default ->
                    Optional.of(
                            List.of(
                                    isTrue
                                            ? new Way(List.of(term), List.of())
                                            : new Way(List.of(), List.of(term))));
        };
    }

    private static Optional<List<Way>> any(List<Term> terms, boolean areTrue) {
        var ways = new ArrayList<Way>();
        for (var term : terms) {
            var more = of(term, areTrue);
            if (more.isEmpty() || ways.size() + more.get().size() > MOST) {
                return Optional.empty();
            }
            ways.addAll(more.get());
        }
        return Optional.of(ways);
    }

    private static Optional<List<Way>> each(List<Term> terms, boolean areTrue) {
        var ways = List.of(ALL);
        for (var term : terms) {
            var more = of(term, areTrue);
            if (more.isEmpty() || ways.size() * more.get().size() > MOST) {
                return Optional.empty();
            }
            ways = ways.stream().flatMap(way -> more.get().stream().map(way::and)).toList();
        }
        return Optional.of(ways);
    }

    Way and(Way other) {
        return new Way(joined(holds, other.holds), joined(fails, other.fails));
    }

    private static List<Term> joined(List<Term> some, List<Term> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    boolean isNameless() {
        return tells(Leaves.ANY_NAME) == Truth.FALSE;
    }

    /// These requests where nobody is asked for his name.
    Way withoutNames() {
        var rest = holds.stream().filter(term -> !(term instanceof Term.Authenticated)).toList();
        return new Way(rest, fails);
    }

    /// What is known of a condition of these requests; of what cannot be, that it is false.
    Truth tells(Term asked) {
        var truth = Truth.UNKNOWN;
        for (var given : joined(ALWAYS, holds)) {
            var told = Leaves.tells(given, asked);
            if (told == Truth.FALSE) {
                return told;
            }
            truth = told == Truth.TRUE ? told : truth;
        }
        boolean fallsWithin =
                fails.stream().anyMatch(one -> Leaves.tells(asked, one) == Truth.TRUE);
        return truth == Truth.UNKNOWN && fallsWithin ? Truth.FALSE : truth;
    }

    /// Whether there is no such request; false where that is not certain.
    boolean isImpossible() {
        return holds.stream().anyMatch(one -> tells(one) == Truth.FALSE)
                || fails.stream().anyMatch(one -> tells(one) == Truth.TRUE);
    }
}
