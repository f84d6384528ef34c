package io.windrose.topology.display;

/// Small drawings on a square of 24 units, as strokes.
public enum Glyph {
    CUBE(
            "M 12 3 L 20 7.5 L 20 16.5 L 12 21 L 4 16.5 L 4 7.5 Z M 4 7.5 L 12 12 L 20 7.5 M 12 12 L 12 21"),
    GLOBE(
            "M 3 12 A 9 9 0 0 1 21 12 A 9 9 0 0 1 3 12 M 3 12 L 21 12"
                    + " M 12 3 C 7.5 7.5 7.5 16.5 12 21 C 16.5 16.5 16.5 7.5 12 3"),
    GATEWAY(
            "M 13 4 L 18 4 A 2 2 0 0 1 20 6 L 20 18 A 2 2 0 0 1 18 20 L 13 20"
                    + " M 3 12 L 14 12 M 10 8 L 14 12 L 10 16"),
    CLOUD("M 7 18.5 L 17 18.5 A 4 4 0 0 0 17.6 10.5 A 6 6 0 0 0 6 10 A 4.3 4.3 0 0 0 7 18.5 Z"),
    LAYERS("M 12 3 L 21 8 L 12 13 L 3 8 Z M 3 12.5 L 12 17.5 L 21 12.5 M 3 17 L 12 22 L 21 17"),
    TICK("M 6 12.5 L 10.5 17 L 18 8"),
    CROSS("M 7 7 L 17 17 M 17 7 L 7 17"),
    EXCLAMATION("M 12 5 L 12 13.5 M 12 18 L 12 18.3"),
    DASH("M 6 12 L 18 12"),
    LOCK("M 5 11 L 19 11 L 19 21 L 5 21 Z M 8 11 L 8 7.5 A 4 4 0 0 1 16 7.5 L 16 11"),
    LOCK_OPEN("M 5 11 L 19 11 L 19 21 L 5 21 Z M 8 11 L 8 6.5 A 4 4 0 0 1 15.6 5"),
    LOCK_BODY("M 5 11 L 19 11 L 19 21 L 5 21 Z"),
    LOCK_LEFT("M 5 11 L 12 11 L 12 21 L 5 21 Z"),
    DATABASE(
            "M 5 6 C 5 2.5 19 2.5 19 6 C 19 9.5 5 9.5 5 6 L 5 18 C 5 21.5 19 21.5 19 18 L 19 6"
                    + " M 5 12 C 5 15.5 19 15.5 19 12"),
    ROUTE(
            "M 6 3 L 6 15 M 3.5 18 A 2.5 2.5 0 0 1 8.5 18 A 2.5 2.5 0 0 1 3.5 18"
                    + " M 15.5 6 A 2.5 2.5 0 0 1 20.5 6 A 2.5 2.5 0 0 1 15.5 6"
                    + " M 18 8.5 A 9 9 0 0 1 8.5 18"),
    BREAKER("M 12 3 L 12 12 M 7 6.5 A 8 8 0 1 0 17 6.5"),
    FAULT("M 13 3 L 5 13 L 11 13 L 10 21 L 19 10.5 L 13 10.5 Z");

    private final String data;

    Glyph(String data) {
        this.data = data;
    }

    /// Path data on the square of 24 units, with absolute commands only.
    public String data() {
        return data;
    }

    /// The drawing as path data, centred at a point.
    ///
    /// @param size of the square in pixels
    String at(double x, double y, double size) {
        double scale = size / 24;
        var path = new PathData();
        var words = data.split(" ", -1);
        for (int at = 0; at < words.length; ) {
            var command = words[at++];
            path.command(command);
            if (command.equals("A")) {
                path.number(number(words[at]) * scale)
                        .number(number(words[at + 1]) * scale)
                        .word(words[at + 2])
                        .word(words[at + 3])
                        .word(words[at + 4]);
                at += 5;
            }
            while (at < words.length && !Character.isLetter(words[at].charAt(0))) {
                path.point(
                        x + (number(words[at]) - 12) * scale,
                        y + (number(words[at + 1]) - 12) * scale);
                at += 2;
            }
        }
        return path.toString();
    }

    private static double number(String word) {
        return Double.parseDouble(word);
    }
}
