package io.windrose.traffic.match;

import org.jspecify.annotations.Nullable;

/// The head of a request as decisions see it; a view of whatever the codec holds.
///
/// Path normalisation has been done before: two heads that mean the same path have the same path.
public interface RequestHead {

    /// In upper case, as sent.
    String method();

    /// `http` or `https`, as the client meant it (`x-forwarded-proto` where trusted).
    String scheme();

    /// Host with its port, if it was sent with one.
    String authority();

    /// Path with query, never with a fragment.
    String path();

    /// How many characters of [#path()] stand before the query.
    default int pathLength() {
        int query = path().indexOf('?');
        return query < 0 ? path().length() : query;
    }

    /// @param name in lower case; not a pseudo header
    /// @return the value, several joined by `,`; null when the header is absent
    @Nullable String header(String name);

    /// A number drawn once for this request and answered each time alike, so that all fractions of
    /// one request agree with one another, as Envoy's stream id does.
    long random();
}
