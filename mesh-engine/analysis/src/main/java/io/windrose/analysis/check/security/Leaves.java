package io.windrose.analysis.check.security;

import io.windrose.traffic.authorize.Term;
import io.windrose.traffic.authorize.Truth;
import io.windrose.traffic.match.HeaderMatch;
import io.windrose.traffic.match.HeaderMatch.Test;
import io.windrose.traffic.match.IpRange;
import io.windrose.traffic.match.StringMatch;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What one condition of the engine tells about another one.
final class Leaves {
    private static final String AUDIENCES = "aud";
    private static final StringMatch ANY = StringMatch.prefix("");

    /// True of callers who show a name.
    static final Term ANY_NAME = new Term.Authenticated(null);

    /// True of requests with a token.
    static final Term ANY_CLAIM = new Term.Metadata(List.of(), ANY, false, false);

    private static final Pattern NAMESPACE = Pattern.compile("/ns/([^/]+)/");

    /// Callers of a namespace, whatever their account.
    private static final Pattern OF_NAMESPACE =
            Pattern.compile(Glob.ANY + "/ns/([^/]+)/" + Glob.ANY);

    private Leaves() {}

    /// Whether `asked` is true or false of every request of which `given` is true.
    static Truth tells(Term given, Term asked) {
        if (given instanceof Term.NotUnderstood) {
            return Truth.UNKNOWN;
        }
        return given.equals(asked)
                ? Truth.TRUE
                : switch (asked) {
                    case Term.Header(var match) when given instanceof Term.Header(var other) ->
                            headers(other, match);
                    case Term.Path(var match) when given instanceof Term.Path(var other) ->
                            texts(other, match);
                    case Term.ServerName(var match)
                            when given instanceof Term.ServerName(var other) ->
                            texts(other, match);
                    case Term.Authenticated(var match)
                            when given instanceof Term.Authenticated(var other) ->
                            match == null
                                    ? Truth.TRUE
                                    : other == null ? Truth.UNKNOWN : identities(other, match);
                    case Term.Metadata match when given instanceof Term.Metadata other ->
                            claims(other, match);
                    case Term.LocalPort(var first, var end)
                            when given instanceof Term.LocalPort(var from, var to) ->
                            truth(from >= first && to <= end, to <= first || from >= end);
                    case Term.LocalAddress(var range)
                            when given instanceof Term.LocalAddress(var other) ->
                            ranges(other, range);
                    case Term.DirectRemoteAddress(var range)
                            when given instanceof Term.DirectRemoteAddress(var other) ->
                            ranges(other, range);
                    case Term.RemoteAddress(var range)
                            when given instanceof Term.RemoteAddress(var other) ->
                            ranges(other, range);
                    default -> Truth.UNKNOWN;
                };
    }

    private static Truth truth(boolean within, boolean apart) {
        return within ? Truth.TRUE : apart ? Truth.FALSE : Truth.UNKNOWN;
    }

    private static Truth texts(StringMatch given, StringMatch asked) {
        if (given.equals(asked)) {
            return Truth.TRUE;
        }
        if (given instanceof StringMatch.Exact(var value, var ignoreCase) && !ignoreCase) {
            boolean matches = asked.matches(value);
            return truth(matches, !matches);
        }
        var one = Glob.of(given);
        var other = Glob.of(asked);
        return truth(
                one.filter(texts -> texts.isWithin(asked)).isPresent(),
                one.isPresent() && other.isPresent() && !one.get().meets(other.get()));
    }

    /// An identity is in one namespace.
    private static Truth identities(StringMatch given, StringMatch asked) {
        var one = namespace(given);
        var other = namespace(asked);
        boolean apart =
                !one.isEmpty()
                        && !other.isEmpty()
                        && !new Glob(one, false).meets(new Glob(other, false));
        return apart ? Truth.FALSE : texts(given, asked);
    }

    /// As the text of a [Glob]; empty where it is not told.
    private static String namespace(StringMatch identity) {
        var parts = NAMESPACE.matcher(Glob.of(identity).map(Glob::text).orElse(""));
        return parts.find() ? parts.group(1) : "";
    }

    /// The namespace that a condition wants of callers; empty where it wants something else.
    static Optional<Glob> namespace(Term leaf) {
        return leaf instanceof Term.Authenticated(var name) && name != null
                ? Glob.of(name)
                        .map(names -> OF_NAMESPACE.matcher(names.text()))
                        .filter(Matcher::matches)
                        .map(parts -> new Glob(parts.group(1), false))
                : Optional.empty();
    }

    private static Truth headers(HeaderMatch given, HeaderMatch asked) {
        var one = text(given);
        var other = text(asked);
        return one.isPresent() && other.isPresent() && given.name().equals(asked.name())
                ? texts(one.get(), other.get())
                : Truth.UNKNOWN;
    }

    /// Empty for a condition that not only looks at the text.
    private static Optional<StringMatch> text(HeaderMatch match) {
        if (match.invert() || match.missingIsEmpty()) {
            return Optional.empty();
        }
        return switch (match.test()) {
            case Test.Text(var text) -> Optional.of(text);
            case Test.Present(var expected) -> expected ? Optional.of(ANY) : Optional.empty();
            case Test.Range _ -> Optional.empty();
        };
    }

    /// A claim is a text or a list; of a list another item may match as well.
    private static Truth claims(Term.Metadata given, Term.Metadata asked) {
        if (asked.equals(ANY_CLAIM)) {
            return truth(!given.inverted(), false);
        }
        if (!given.path().equals(asked.path()) || given.inverted() || asked.inverted()) {
            return Truth.UNKNOWN;
        }
        if (given.inList() != asked.inList()) {
            return Truth.FALSE;
        }
        var truth = texts(given.match(), asked.match());
        boolean mayHaveMore = given.inList() || given.path().getLast().equals(AUDIENCES);
        return mayHaveMore && truth == Truth.FALSE ? Truth.UNKNOWN : truth;
    }

    private static Truth ranges(IpRange given, IpRange asked) {
        boolean within = given.prefix() >= asked.prefix() && asked.contains(given.base());
        boolean around = asked.prefix() >= given.prefix() && given.contains(asked.base());
        return truth(within, !within && !around);
    }
}
