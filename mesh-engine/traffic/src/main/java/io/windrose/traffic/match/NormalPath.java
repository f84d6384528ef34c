package io.windrose.traffic.match;

import org.jspecify.annotations.Nullable;

/// The one spelling of a path among all that mean the same, as authorization and routing need it.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-6">RFC 3986</a>, section 6
public final class NormalPath {

    private NormalPath() {}

    /// Resolves dot segments, decodes what needs no encoding, writes `\` as `/` and escapes in
    /// upper case; `%2F` and `%5C` stay, and so does the query.
    ///
    /// @return the very same text when it is normal already; null when it cannot be a path of ours:
    ///   it does not begin with `/`, or an escape is broken
    /// @see <a href="https://github.com/envoyproxy/envoy">Envoy</a> `path_utility.cc`, which takes
    ///   the rules of Chromium's URL library
    public static @Nullable String of(String path) {
        if (path.isEmpty() || path.charAt(0) != '/') {
            return null;
        }
        int end = end(path);
        if (isNormal(path, end)) {
            return path;
        }
        var unescaped = unescaped(path, end);
        return unescaped == null ? null : withoutDots(unescaped) + path.substring(end);
    }

    /// `path` with each run of slashes made one; the query stays as it is.
    public static String mergeSlashes(String path) {
        int end = end(path);
        int doubled = path.indexOf("//");
        if (doubled < 0 || doubled >= end) {
            return path;
        }
        var merged = new StringBuilder(path.length());
        for (int i = 0; i < end; i++) {
            if (path.charAt(i) != '/' || i == 0 || path.charAt(i - 1) != '/') {
                merged.append(path.charAt(i));
            }
        }
        return merged.append(path, end, path.length()).toString();
    }

    /// Whether an escaped slash or backslash stands before the query.
    public static boolean hasEscapedSlash(String path) {
        int end = end(path);
        for (int i = path.indexOf('%'); i >= 0 && i < end; i = path.indexOf('%', i + 1)) {
            if (isEscapedSlash(path, i)) {
                return true;
            }
        }
        return false;
    }

    /// `path` with `%2F` as `/` and `%5C` as `\` before the query.
    public static String unescapeSlashes(String path) {
        int end = end(path);
        var unescaped = new StringBuilder(path.length());
        for (int i = 0; i < end; i++) {
            if (path.charAt(i) == '%' && isEscapedSlash(path, i)) {
                unescaped.append(path.charAt(i + 1) == '2' ? '/' : '\\');
                i += 2;
            } else {
                unescaped.append(path.charAt(i));
            }
        }
        return unescaped.append(path, end, path.length()).toString();
    }

    private static boolean isNormal(String path, int end) {
        for (int i = 0; i < end; i++) {
            char c = path.charAt(i);
            if (c == '%' || c == '\\' || c > 126 || c <= ' ') {
                return false;
            }
            if (c == '.' && path.charAt(i - 1) == '/') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String unescaped(String path, int end) {
        var text = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            char c = path.charAt(i);
            if (c == '\\') {
                text.append('/');
            } else if (c != '%') {
                appendEscapedIfNeeded(text, c);
            } else {
                int value = i + 2 < end ? hexPair(path, i + 1) : -1;
                if (value <= 0) {
                    return null;
                }
                if (isUnreserved((char) value)) {
                    text.append((char) value);
                } else {
                    text.append('%')
                            .append(Character.toUpperCase(path.charAt(i + 1)))
                            .append(Character.toUpperCase(path.charAt(i + 2)));
                }
                i += 2;
            }
        }
        return text.toString();
    }

    private static void appendEscapedIfNeeded(StringBuilder text, char c) {
        if (c > ' ' && c <= 126) {
            text.append(c);
        } else {
            text.append("%%%02X".formatted((int) c & 0xff));
        }
    }

    /// Of RFC 3986, section 5.2.4: `..` never leads above the root.
    private static String withoutDots(String path) {
        var out = new StringBuilder(path.length());
        int start = 0;
        while (start < path.length()) {
            int next = path.indexOf('/', start + 1);
            boolean last = next < 0;
            var segment = path.substring(start + 1, last ? path.length() : next);
            if (segment.equals("..")) {
                out.setLength(Math.max(0, out.lastIndexOf("/")));
            }
            boolean isDots = segment.equals(".") || segment.equals("..");
            if (!isDots) {
                out.append('/').append(segment);
            } else if (last) {
                out.append('/');
            }
            start = last ? path.length() : next;
        }
        return out.toString();
    }

    private static int end(String path) {
        int query = path.indexOf('?');
        return query < 0 ? path.length() : query;
    }

    private static boolean isEscapedSlash(String path, int percent) {
        return path.startsWith("2F", percent + 1)
                || path.startsWith("2f", percent + 1)
                || path.startsWith("5C", percent + 1)
                || path.startsWith("5c", percent + 1);
    }

    private static int hexPair(String text, int at) {
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
