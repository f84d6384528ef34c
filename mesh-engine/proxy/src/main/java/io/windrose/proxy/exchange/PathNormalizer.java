package io.windrose.proxy.exchange;

import io.windrose.traffic.listener.HttpConnection;
import io.windrose.traffic.match.NormalPath;
import org.jspecify.annotations.Nullable;

/// Brings paths into the form that a connection manager asks for, before anybody decides by them.
///
/// @see <a href="https://github.com/envoyproxy/envoy">Envoy</a>
///   `source/common/http/path_utility.cc`
record PathNormalizer(HttpConnection.Paths rules) {

    /// @param path with query; a fragment is cut off
    /// @return null when the path is refused
    @Nullable String normal(String path) {
        int fragment = path.indexOf('#');
        var whole = fragment < 0 ? path : path.substring(0, fragment);
        if (whole.equals("*")) {
            return whole;
        }
        var unescaped = slashes(whole);
        var normal = unescaped == null || !rules.normalize() ? unescaped : NormalPath.of(unescaped);
        return normal == null || !rules.mergeSlashes() ? normal : NormalPath.mergeSlashes(normal);
    }

    private @Nullable String slashes(String path) {
        if (rules.escapedSlashes() == HttpConnection.EscapedSlashes.KEEP
                || !NormalPath.hasEscapedSlash(path)) {
            return path;
        }
        return rules.escapedSlashes() == HttpConnection.EscapedSlashes.REJECT
                ? null
                : NormalPath.unescapeSlashes(path);
    }
}
