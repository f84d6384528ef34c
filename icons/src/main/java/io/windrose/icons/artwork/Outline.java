package io.windrose.icons.artwork;

import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.regex.Pattern;

/// Path data of SVG as a shape: absolute `M L H V C A Z`, arcs whose axes are not turned.
///
/// @see <a href="https://www.w3.org/TR/SVG11/paths.html">SVG 1.1, paths</a>; for arcs also its
///   appendix F.6
final class Outline {
    private static final Pattern WORD = Pattern.compile("[A-Za-z]|-?[0-9]*\\.?[0-9]+");

    private final Path2D.Double path = new Path2D.Double();
    private final String[] words;
    private int at;

    private Outline(String data) {
        words = WORD.matcher(data).results().map(found -> found.group()).toArray(String[]::new);
    }

    /// @throws IllegalArgumentException if the data holds another command
    static Path2D of(String data) {
        var outline = new Outline(data);
        while (outline.at < outline.words.length) {
            outline.command(outline.words[outline.at++].charAt(0));
        }
        return outline.path;
    }

    /// One command with as many groups of numbers as follow.
    private void command(char letter) {
        if (letter == 'Z') {
            path.closePath();
            return;
        }
        char next = letter;
        do {
            segment(next);
            next = letter == 'M' ? 'L' : letter;
        } while (at < words.length && !Character.isLetter(words[at].charAt(0)));
    }

    private void segment(char letter) {
        switch (letter) {
            case 'M' -> path.moveTo(number(), number());
            case 'L' -> path.lineTo(number(), number());
            case 'H' -> path.lineTo(number(), path.getCurrentPoint().getY());
            case 'V' -> path.lineTo(path.getCurrentPoint().getX(), number());
            case 'C' -> path.curveTo(number(), number(), number(), number(), number(), number());
            case 'A' -> arc();
            default -> throw new IllegalArgumentException("path command " + letter);
        }
    }

    private void arc() {
        double radiusX = number();
        double radiusY = number();
        at++; // how far the axes are turned: not at all
        boolean large = number() != 0;
        boolean sweep = number() != 0;
        double startX = path.getCurrentPoint().getX();
        double startY = path.getCurrentPoint().getY();
        double endX = number();
        double endY = number();
        double halfX = (startX - endX) / 2;
        double halfY = (startY - endY) / 2;
        double tooFar = Math.hypot(halfX / radiusX, halfY / radiusY);
        if (tooFar > 1) {
            radiusX *= tooFar;
            radiusY *= tooFar;
        }
        double distance = Math.min(1, Math.pow(Math.min(1, tooFar), 2));
        double away = Math.sqrt(Math.max(0, 1 / distance - 1)) * (large == sweep ? -1 : 1);
        double centreX = (startX + endX) / 2 + away * radiusX * halfY / radiusY;
        double centreY = (startY + endY) / 2 - away * radiusY * halfX / radiusX;
        double from = angle((startX - centreX) / radiusX, (startY - centreY) / radiusY);
        double to = angle((endX - centreX) / radiusX, (endY - centreY) / radiusY);
        double turn = to - from;
        if (sweep && turn > 0) {
            turn -= 360;
        } else if (!sweep && turn < 0) {
            turn += 360;
        }
        path.append(
                new Arc2D.Double(
                        centreX - radiusX,
                        centreY - radiusY,
                        2 * radiusX,
                        2 * radiusY,
                        from,
                        turn,
                        Arc2D.OPEN),
                true);
    }

    /// Degrees, counted against the clock as [Arc2D] has it.
    private static double angle(double x, double y) {
        return Math.toDegrees(Math.atan2(-y, x));
    }

    private double number() {
        return Double.parseDouble(words[at++]);
    }
}
