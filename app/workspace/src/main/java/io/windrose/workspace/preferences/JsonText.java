package io.windrose.workspace.preferences;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Writes JSON, indented by two.
final class JsonText {
    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder text = new StringBuilder();

    private JsonText() {}

    /// @param value a map by text, a list, a text, a number or a boolean
    static String of(Object value) {
        var json = new JsonText();
        json.write(value, "\n");
        return json.text.append('\n').toString();
    }

    private void write(Object value, String newLine) {
        switch (value) {
            case Map<?, ?> map -> block('{', '}', map.entrySet().iterator(), newLine);
            case List<?> list -> block('[', ']', list.iterator(), newLine);
            case Map.Entry<?, ?> entry -> {
                quote(entry.getKey().toString());
                text.append(": ");
                write(entry.getValue(), newLine);
            }
            case Boolean flag -> text.append(flag);
            case Number number -> text.append(number);
            default -> quote(value.toString());
        }
    }

    private void block(char open, char close, Iterator<?> items, String newLine) {
        text.append(open);
        if (items.hasNext()) {
            var inner = newLine + "  ";
            var separator = inner;
            while (items.hasNext()) {
                text.append(separator);
                write(items.next(), inner);
                separator = "," + inner;
            }
            text.append(newLine);
        }
        text.append(close);
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (each == '"' || each == '\\') {
                text.append('\\').append(each);
            } else if (each < FIRST_PRINTABLE || !Character.isDefined(each)) {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
            } else {
                text.append(each);
            }
        }
        text.append('"');
    }
}
