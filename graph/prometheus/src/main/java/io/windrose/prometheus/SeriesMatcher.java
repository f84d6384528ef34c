package io.windrose.prometheus;

import java.util.Map;
import java.util.regex.Pattern;

/// One condition on a label, in the two forms in which it is needed: as PromQL, and for series that
/// were scraped. An absent label is an empty one, in both.
record SeriesMatcher(String label, Operator operator, String value, Pattern pattern) {

    /// PromQL's four ways to compare a label.
    enum Operator {
        EQUAL("="),
        NOT_EQUAL("!="),
        LIKE("=~"),
        UNLIKE("!~");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }
    }

    static SeriesMatcher comparing(String label, Operator operator, String value) {
        boolean regex = operator == Operator.LIKE || operator == Operator.UNLIKE;
        return new SeriesMatcher(
                label, operator, value, Pattern.compile(regex ? value : Pattern.quote(value)));
    }

    static SeriesMatcher equal(String label, String value) {
        return comparing(label, Operator.EQUAL, value);
    }

    /// Patterns are anchored at both ends, as in PromQL.
    boolean matches(Map<String, String> labels) {
        boolean same = pattern.matcher(labels.getOrDefault(label, "")).matches();
        boolean wanted = operator == Operator.EQUAL || operator == Operator.LIKE;
        return same == wanted;
    }

    String promql() {
        return label
                + operator.symbol
                + '"'
                + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                + '"';
    }

    /// `value` as a pattern that matches only itself, in the syntax that Java and RE2 share.
    static String literal(String value) {
        var text = new StringBuilder();
        for (int at = 0; at < value.length(); at++) {
            char each = value.charAt(at);
            if ("\\.+*?()|[]{}^$".indexOf(each) >= 0) {
                text.append('\\');
            }
            text.append(each);
        }
        return text.toString();
    }
}
