package io.windrose.proxy.exchange;

import io.windrose.traffic.listener.HttpConnection;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Brings paths into the one form in which rules compare them: RFC 3986 section 6.2.2, with `%2F`
/// and `%5C` left alone unless asked for.
///
/// @see <a href="https://github.com/envoyproxy/envoy">Envoy</a>
///   `source/common/http/path_utility.cc`
final class PathNormalizer {
    private final HttpConnection.Paths rules;

    PathNormalizer(HttpConnection.Paths rules) {
        this.rules = rules;
    }

    /// @param path with query
    /// @return null when the path is refused
    @Nullable String normal(String path) {
        int fragment = path.indexOf('#');
        var whole = fragment < 0 ? path : path.substring(0, fragment);
        if (whole.isEmpty() || whole.charAt(0) != '/') {
            return whole; // `*`
        }
        int query = whole.indexOf('?');
        var only = query < 0 ? whole : whole.substring(0, query);
        var rest = query < 0 ? "" : whole.substring(query);
        var changed = slashes(only);
        if (changed != null && rules.normalize()) {
            changed = decoded(changed);
            changed = changed == null ? null : withoutDots(changed);
        }
        if (changed != null && rules.mergeSlashes()) {
            changed = merged(changed);
        }
        return changed == null ? null : changed + rest;
    }

    private @Nullable String slashes(String path) {
        if (rules.escapedSlashes() == HttpConnection.EscapedSlashes.KEEP || !hasEscaped(path)) {
            return path;
        }
        return rules.escapedSlashes() == HttpConnection.EscapedSlashes.REJECT
                ? null
                : path.replace("%2F", "/")
                        .replace("%2f", "/")
                        .replace("%5C", "\\")
                        .replace("%5c", "\\");
    }

    private static boolean hasEscaped(String path) {
        return path.contains("%2F")
                || path.contains("%2f")
                || path.contains("%5C")
                || path.contains("%5c");
    }

    /// Escapes of characters that need none become those characters; `\` becomes `/`.
    private static @Nullable String decoded(String path) {
        if (path.indexOf('%') < 0 && path.indexOf('\\') < 0 && isAscii(path)) {
            return path;
        }
        var text = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c > 126) {
                return null;
            }
            if (c != '%') {
                text.append(c == '\\' ? '/' : c);
                continue;
            }
            int high = i + 2 < path.length() ? Character.digit(path.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(path.charAt(i + 2), 16);
            if (low < 0 || high * 16 + low == 0) {
                return null;
            }
            char meant = (char) (high * 16 + low);
            if (isUnreserved(meant)) {
                text.append(meant);
            } else {
                text.append(path, i, i + 3);
            }
            i += 2;
        }
        return text.toString();
    }

    private static boolean isAscii(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) > 126) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "-._~".indexOf(c) >= 0;
    }

    private static @Nullable String withoutDots(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        Deque<String> kept = new ArrayDeque<>();
        var segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i]) {
                case "." -> keepSlash(kept, last);
                case ".." -> {
                    if (kept.pollLast() == null) {
                        return null;
                    }
                    keepSlash(kept, last);
                }
                default -> kept.addLast(segments[i]);
            }
        }
        return "/" + String.join("/", kept);
    }

    /// A path that ends in a dot segment names a folder.
    private static void keepSlash(Deque<String> kept, boolean last) {
        if (last) {
            kept.addLast("");
        }
    }

    private static String merged(String path) {
        var text = path;
        while (text.contains("//")) {
            text = text.replace("//", "/");
        }
        return text;
    }
}
