package io.windrose.traffic.route;

import io.windrose.traffic.balance.XxHash64;
import io.windrose.traffic.match.QueryMatch;
import io.windrose.traffic.match.RequestHead;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The number that decides on a request's host in a cluster that balances by hash.
///
/// @param hash null when no rule found anything in the request: any host will do
/// @param cookies values of `set-cookie` that bring the client back to the same host; often empty
/// @see <a href="https://github.com/envoyproxy/envoy">Envoy</a> `source/common/http/hash_policy.cc`
public record RequestHash(@Nullable Long hash, List<String> cookies) {

    public RequestHash {
        cookies = List.copyOf(cookies);
    }

    /// Rules one after the other, each turning what the ones before gave by one bit, so that two
    /// that say the same do not cancel each other out.
    ///
    /// @param client its address, without a port; null when it has none
    /// @param connection the addresses and ports of both its ends; cookies are made of it, so that
    ///   all first requests of a connection get the same one
    public static RequestHash of(
            List<HashRule> rules, RequestHead head, @Nullable String client, String connection) {
        Long hash = null;
        var cookies = new ArrayList<String>();
        for (var rule : rules) {
            var text = text(rule.source(), head, client);
            if (text == null
                    && rule.source() instanceof HashRule.Cookie cookie
                    && !cookie.lifetime().isNegative()) {
                text = HexFormat.of().toHexDigits(XxHash64.of(connection));
                cookies.add(setting(cookie, text));
            }
            if (text != null) {
                long before = hash == null ? 0 : Long.rotateLeft(hash, 1);
                hash = before ^ XxHash64.of(text);
            }
            if (rule.terminal() && hash != null) {
                break;
            }
        }
        return new RequestHash(hash, cookies);
    }

    private static @Nullable String text(
            HashRule.Source source, RequestHead head, @Nullable String client) {
        return switch (source) {
            case HashRule.Header(var name) -> header(head, name);
            case HashRule.Cookie cookie -> cookie(head.header("cookie"), cookie.name());
            case HashRule.ClientAddress() -> client;
            case HashRule.QueryParameter(var name) -> QueryMatch.value(head, name);
        };
    }

    private static @Nullable String header(RequestHead head, String name) {
        return switch (name) {
            case ":authority" -> head.authority();
            case ":path" -> head.path();
            case ":method" -> head.method();
            default -> head.header(name);
        };
    }

    /// @param cookies several fields may have been joined by commas, which no cookie contains
    private static @Nullable String cookie(@Nullable String cookies, String name) {
        if (cookies == null) {
            return null;
        }
        for (var pair : cookies.split("[;,]", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).strip().equals(name)) {
                var value = pair.substring(equals + 1).strip();
                boolean quoted =
                        value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
                var bare = quoted ? value.substring(1, value.length() - 1) : value;
                return bare.isEmpty() ? null : bare;
            }
        }
        return null;
    }

    private static String setting(HashRule.Cookie cookie, String value) {
        var text = new StringBuilder(cookie.name()).append("=\"").append(value).append('"');
        if (cookie.lifetime().isPositive()) {
            text.append("; Max-Age=").append(cookie.lifetime().toSeconds());
        }
        if (!cookie.path().isEmpty()) {
            text.append("; Path=").append(cookie.path());
        }
        return text.append("; HttpOnly").toString();
    }
}
