package io.windrose.proxy.exchange;

import io.netty.util.AsciiString;
import io.windrose.proxy.http.Head;
import io.windrose.proxy.http.HeaderNames;
import io.windrose.proxy.http.Headers;
import io.windrose.traffic.match.RequestHead;
import org.jspecify.annotations.Nullable;

/// A request's head as decisions see it. Headers are looked up where they are, and become text only
/// when somebody asks for them.
final class HeadView implements RequestHead {
    private final String method;
    private final String scheme;
    private final String authority;
    private final String path;
    private final int pathLength;
    private final Headers headers;
    private final long random;

    HeadView(Head.Request head, long random) {
        method = head.method().toString();
        var forwarded = head.headers().get(HeaderNames.X_FORWARDED_PROTO);
        scheme = (forwarded == null ? head.scheme() : forwarded).toString();
        authority = head.authority().toString();
        path = head.path().toString();
        int query = path.indexOf('?');
        pathLength = query < 0 ? path.length() : query;
        headers = head.headers();
        this.random = random;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public String scheme() {
        return scheme;
    }

    @Override
    public String authority() {
        return authority;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public int pathLength() {
        return pathLength;
    }

    @Override
    public @Nullable String header(String name) {
        return headers.joined(AsciiString.of(name));
    }

    @Override
    public long random() {
        return random;
    }
}
