package io.windrose.workspace.cluster;

import java.util.ArrayList;
import java.util.List;

/// A list as an API server writes it, taken apart without reading its items.
///
/// @param items each as the text that it is
/// @param frame the list without items
record JsonItems(List<String> items, String frame) {
    private static final String ITEMS = "items";

    JsonItems {
        items = List.copyOf(items);
    }

    /// Of what is not such a list, all is frame.
    static JsonItems of(String text) {
        var items = new ArrayList<String>();
        var frame = new StringBuilder();
        int depth = 0;
        int begin = 0;
        boolean inside = false;
        String key = "";
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            switch (one) {
                case '"' -> {
                    int end = endOfText(text, i);
                    key = depth == 1 ? text.substring(i + 1, end) : key;
                    i = end;
                }
                case '{', '[' -> {
                    depth++;
                    if (depth == 2 && one == '[' && key.equals(ITEMS)) {
                        inside = true;
                        frame.append(text, begin, i + 1);
                    }
                    begin = inside && depth == 3 ? i : begin;
                }
                case '}', ']' -> {
                    depth--;
                    if (inside && depth == 2) {
                        items.add(text.substring(begin, i + 1));
                    } else if (inside && depth == 1) {
                        inside = false;
                        begin = i;
                    }
                }
                default -> {}
            }
        }
        return new JsonItems(items, frame.append(text.substring(begin)).toString());
    }

    /// An item of one of Kubernetes' own kinds has neither `apiVersion` nor `kind`: its list says
    /// them. Those of custom resources begin with both.
    static String whole(String item, String apiVersion, String kind) {
        var inside = item.strip().substring(1).strip();
        return inside.startsWith("\"apiVersion\"") || inside.startsWith("\"kind\"")
                ? item
                : "{\"apiVersion\":\"%s\",\"kind\":\"%s\",%s".formatted(apiVersion, kind, inside);
    }

    /// Where the next part of the list begins; empty for the last part.
    String next() {
        return Json.of(frame).get("metadata").text("continue");
    }

    /// @param quote where a text begins
    private static int endOfText(String text, int quote) {
        int i = quote + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, text.length() - 1);
    }
}
