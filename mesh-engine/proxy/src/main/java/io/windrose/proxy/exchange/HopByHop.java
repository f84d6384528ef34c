package io.windrose.proxy.exchange;

import static io.windrose.proxy.http.HeaderNames.CONNECTION;
import static io.windrose.proxy.http.HeaderNames.HTTP2_SETTINGS;
import static io.windrose.proxy.http.HeaderNames.KEEP_ALIVE;
import static io.windrose.proxy.http.HeaderNames.PROXY_CONNECTION;
import static io.windrose.proxy.http.HeaderNames.TE;
import static io.windrose.proxy.http.HeaderNames.TRANSFER_ENCODING;
import static io.windrose.proxy.http.HeaderNames.UPGRADE;

import io.netty.util.AsciiString;
import io.windrose.proxy.http.Headers;
import java.util.Locale;

/// Takes out what is said to the next hop only, by RFC 9110 7.6.1.
final class HopByHop {
    private static final AsciiString TRAILERS = AsciiString.cached("trailers");

    private HopByHop() {}

    /// @param keepUpgrade whether the message asks for, or grants, a change of protocol
    static void strip(Headers headers, boolean keepUpgrade) {
        var named = headers.joined(CONNECTION);
        if (named != null) {
            for (var name : named.split(",", -1)) {
                var listed = AsciiString.of(name.strip().toLowerCase(Locale.ROOT));
                if (!listed.equals(UPGRADE) && !listed.equals(TE)) {
                    headers.remove(listed);
                }
            }
            headers.remove(CONNECTION);
        }
        headers.remove(KEEP_ALIVE);
        headers.remove(PROXY_CONNECTION);
        headers.remove(TRANSFER_ENCODING);
        headers.remove(HTTP2_SETTINGS);
        var te = headers.get(TE);
        if (te != null && !te.contentEqualsIgnoreCase(TRAILERS)) {
            headers.remove(TE);
        }
        if (!keepUpgrade) {
            headers.remove(UPGRADE);
        }
    }
}
