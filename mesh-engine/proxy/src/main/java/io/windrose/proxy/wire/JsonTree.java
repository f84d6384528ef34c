package io.windrose.proxy.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Maps, lists, texts, numbers, booleans and null as JSON (RFC 8259).
public final class JsonTree {
    private JsonTree() {}

    public static String write(@Nullable Object tree) {
        var out = new StringBuilder();
        append(out, tree);
        return out.toString();
    }

    private static void append(StringBuilder out, @Nullable Object tree) {
        switch (tree) {
            case Map<?, ?> map -> {
                char separator = '{';
                for (var entry : map.entrySet()) {
                    out.append(separator);
                    quote(out, String.valueOf(entry.getKey()));
                    out.append(':');
                    append(out, entry.getValue());
                    separator = ',';
                }
                out.append(map.isEmpty() ? "{}" : "}");
            }
            case Iterable<?> items -> {
                out.append('[');
                boolean first = true;
                for (var item : items) {
                    out.append(first ? "" : ",");
                    append(out, item);
                    first = false;
                }
                out.append(']');
            }
            case CharSequence text -> quote(out, text);
            case Number number -> out.append(number);
            case Boolean truth -> out.append(truth);
            case null -> out.append("null");
            default -> quote(out, tree.toString());
        }
    }

    private static void quote(StringBuilder out, CharSequence text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
