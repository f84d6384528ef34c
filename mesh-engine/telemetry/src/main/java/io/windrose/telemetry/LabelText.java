package io.windrose.telemetry;

/// Labels in exposition form, `a="1",b="2"`, without the braces around them.
///
/// @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus text
///   format 0.0.4</a> for what is escaped
final class LabelText {
    private final StringBuilder text = new StringBuilder();

    LabelText add(String name, String value) {
        if (!text.isEmpty()) {
            text.append(',');
        }
        text.append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            switch (value.charAt(i)) {
                case '\\' -> text.append("\\\\");
                case '"' -> text.append("\\\"");
                case '\n' -> text.append("\\n");
                default -> text.append(value.charAt(i));
            }
        }
        text.append('"');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
