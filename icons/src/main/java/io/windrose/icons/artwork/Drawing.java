package io.windrose.icons.artwork;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// A drawing in SVG: rectangles, circles and paths in groups, filled or stroked with colours and
/// with gradients from top to bottom. What else SVG knows is refused.
final class Drawing {
    private final Element root;
    private final Map<String, Element> gradients = new HashMap<>();

    private Drawing(Element root) {
        this.root = root;
        var found = root.getElementsByTagName("linearGradient");
        for (int i = 0; i < found.getLength(); i++) {
            var gradient = (Element) found.item(i);
            gradients.put("url(#" + gradient.getAttribute("id") + ")", gradient);
        }
    }

    static Drawing read(Path svg) throws IOException {
        try (var file = Files.newInputStream(svg)) {
            var document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            return new Drawing(document.parse(file).getDocumentElement());
        } catch (SAXException | ParserConfigurationException notSvg) {
            throw new IOException(svg + " is not well-formed", notSvg);
        }
    }

    /// @param size width and height in pixels
    BufferedImage at(int size) {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double scale = size / Double.parseDouble(root.getAttribute("width"));
        graphics.scale(scale, scale);
        children(root, graphics);
        graphics.dispose();
        return image;
    }

    private void children(Element parent, Graphics2D graphics) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                element(element, graphics);
            }
        }
    }

    private void element(Element element, Graphics2D graphics) {
        switch (element.getTagName()) {
            case "title", "defs" -> {}
            case "g" -> children(element, graphics);
            case "rect" -> paint(element, rectangle(element), graphics);
            case "circle" -> paint(element, circle(element), graphics);
            case "path" -> paint(element, Outline.of(element.getAttribute("d")), graphics);
            default -> throw new IllegalArgumentException("element " + element.getTagName());
        }
    }

    private static Shape rectangle(Element rect) {
        double corner = 2 * number(rect, "rx");
        return new RoundRectangle2D.Double(
                number(rect, "x"),
                number(rect, "y"),
                number(rect, "width"),
                number(rect, "height"),
                corner,
                corner);
    }

    private static Shape circle(Element circle) {
        double radius = number(circle, "r");
        return new Ellipse2D.Double(
                number(circle, "cx") - radius,
                number(circle, "cy") - radius,
                2 * radius,
                2 * radius);
    }

    private void paint(Element element, Shape shape, Graphics2D graphics) {
        // Black unless said otherwise, but lines that are stroked are open.
        var stroke = inherited(element, "stroke", "none");
        var fill = inherited(element, "fill", stroke.equals("none") ? "#000000" : "none");
        if (!fill.equals("none")) {
            graphics.setPaint(paint(fill, inherited(element, "fill-opacity", "1"), shape));
            graphics.fill(shape);
        }
        if (!stroke.equals("none")) {
            graphics.setPaint(paint(stroke, inherited(element, "stroke-opacity", "1"), shape));
            graphics.setStroke(
                    new BasicStroke(Float.parseFloat(inherited(element, "stroke-width", "1"))));
            graphics.draw(shape);
        }
    }

    private Paint paint(String name, String opacity, Shape shape) {
        var gradient = gradients.get(name);
        if (gradient == null) {
            var colour = Color.decode(name);
            return new Color(
                    colour.getRed(),
                    colour.getGreen(),
                    colour.getBlue(),
                    Math.round(255 * Float.parseFloat(opacity)));
        }
        var stops = gradient.getElementsByTagName("stop");
        var bounds = shape.getBounds2D();
        return new GradientPaint(
                0,
                (float) bounds.getMinY(),
                Color.decode(((Element) stops.item(0)).getAttribute("stop-color")),
                0,
                (float) bounds.getMaxY(),
                Color.decode(((Element) stops.item(1)).getAttribute("stop-color")));
    }

    private static String inherited(Element element, String attribute, String otherwise) {
        for (Node at = element; at instanceof Element named; at = at.getParentNode()) {
            if (named.hasAttribute(attribute)) {
                return named.getAttribute(attribute);
            }
        }
        return otherwise;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
