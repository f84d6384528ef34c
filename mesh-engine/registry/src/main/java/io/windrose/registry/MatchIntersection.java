package io.windrose.registry;

import io.windrose.config.resource.HttpMatch;
import io.windrose.config.resource.StringMatch;
import io.windrose.kernel.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The requests that two lists of matches both take. One instance merges one pair of matches and
/// remembers whether they contradicted each other.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/model/virtualservice.go`
///   (`mergeHTTPMatchRequests`)
final class MatchIntersection {
    private boolean contradiction;

    private MatchIntersection() {}

    /// Every pair that does not contradict; empty when all do. An empty list takes all requests.
    static Optional<List<HttpMatch>> of(List<HttpMatch> root, List<HttpMatch> delegate) {
        if (root.isEmpty() || delegate.isEmpty()) {
            return Optional.of(root.isEmpty() ? delegate : root);
        }
        var merged = new ArrayList<HttpMatch>();
        for (var outer : root) {
            for (var inner : delegate) {
                var pair = new MatchIntersection();
                var both = pair.both(outer, inner);
                if (!pair.contradiction) {
                    merged.add(both);
                }
            }
        }
        return merged.isEmpty() ? Optional.empty() : Optional.of(merged);
    }

    private HttpMatch both(HttpMatch root, HttpMatch delegate) {
        return new HttpMatch(
                root.name().isEmpty() || delegate.name().isEmpty()
                        ? root.name() + delegate.name()
                        : root.name() + "-" + delegate.name(),
                both(root.uri(), delegate.uri()),
                both(root.scheme(), delegate.scheme()),
                both(root.method(), delegate.method()),
                both(root.authority(), delegate.authority()),
                both(root.headers(), delegate.headers()),
                both(root.withoutHeaders(), delegate.withoutHeaders()),
                both(root.queryParams(), delegate.queryParams()),
                root.ignoreUriCase() || delegate.ignoreUriCase(),
                either(root.port(), delegate.port(), 0),
                both(root.sourceLabels(), delegate.sourceLabels()),
                either(root.sourceNamespace(), delegate.sourceNamespace(), ""),
                delegate.gateways().isEmpty() ? root.gateways() : delegate.gateways(),
                delegate.statPrefix().isEmpty() ? root.statPrefix() : delegate.statPrefix());
    }

    private Optional<StringMatch> both(Optional<StringMatch> root, Optional<StringMatch> delegate) {
        if (root.isEmpty() || delegate.isEmpty()) {
            return root.or(() -> delegate);
        }
        return Optional.of(both(root.get(), delegate.get()));
    }

    /// The delegate's condition where it is the narrower one; all else contradicts.
    private StringMatch both(StringMatch root, StringMatch delegate) {
        boolean narrower =
                switch (root) {
                    case StringMatch.Prefix(var prefix) ->
                            switch (delegate) {
                                case StringMatch.Exact(var exact) -> exact.startsWith(prefix);
                                case StringMatch.Prefix(var longer) -> longer.startsWith(prefix);
                                case StringMatch.Regex _, StringMatch.Present _ -> false;
                            };
                    case StringMatch.Exact exact -> exact.equals(delegate);
                    case StringMatch.Present _ -> true;
                    case StringMatch.Regex _ -> false;
                };
        contradiction |= !narrower;
        return delegate;
    }

    private SortedMap<String, StringMatch> both(
            SortedMap<String, StringMatch> root, SortedMap<String, StringMatch> delegate) {
        var merged = new TreeMap<>(root);
        delegate.forEach((key, inner) -> merged.merge(key, inner, this::both));
        return merged;
    }

    private Selector both(Selector root, Selector delegate) {
        var merged = new TreeMap<>(root.matchLabels());
        delegate.matchLabels()
                .forEach((key, inner) -> merged.merge(key, inner, (o, i) -> either(o, i, "")));
        return new Selector(merged);
    }

    private <T> T either(T root, T delegate, T unset) {
        if (root.equals(unset)) {
            return delegate;
        }
        contradiction |= !delegate.equals(unset) && !delegate.equals(root);
        return root;
    }
}
