package io.windrose.icons.artwork;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/// Makes `windrose-16.png` to `windrose-512.png`, `windrose.ico` and `windrose.icns` of the mark.
public final class Artwork {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    private static final int LARGEST_ICO = 256;
    private static final List<Integer> ICNS_SIZES = List.of(16, 32, 64, 128, 256, 512);

    private Artwork() {}

    /// @param args the drawing, and the folder for the pictures
    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        write(Path.of(args[0]), Path.of(args[1]));
    }

    static void write(Path svg, Path folder) throws IOException {
        var drawing = Drawing.read(svg);
        var name = svg.getFileName().toString().replace(".svg", "");
        Files.createDirectories(folder);
        var pngs = new TreeMap<Integer, byte[]>();
        for (int size : SIZES) {
            var png = new ByteArrayOutputStream();
            ImageIO.write(drawing.at(size), "png", png);
            pngs.put(size, png.toByteArray());
            Files.write(folder.resolve(name + "-" + size + ".png"), png.toByteArray());
        }
        var icns = new TreeMap<>(pngs);
        icns.keySet().retainAll(ICNS_SIZES);
        Files.write(folder.resolve(name + ".ico"), Containers.ico(pngs.headMap(LARGEST_ICO, true)));
        Files.write(folder.resolve(name + ".icns"), Containers.icns(icns));
    }
}
