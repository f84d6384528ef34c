package io.windrose.desktop.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.scene.image.Image;

/// Writes pictures of the toolkit as PNG, without the JDK's other toolkit.
///
/// @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics</a>
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte BITS = 8;
    private static final byte RGB = 2;

    /// Each byte of a line as its difference to the pixel on the left.
    private static final byte SUB = 1;

    private Png() {}

    /// The file's bytes; what shines through in the picture is drawn as if it did not.
    public static byte[] bytes(Image picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        var file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        chunk(
                file,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(BITS)
                        .put(RGB)
                        .put(new byte[3])
                        .array());
        chunk(file, "IDAT", packed(lines(picture, width, height)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static byte[] lines(Image picture, int width, int height) {
        var pixels = picture.getPixelReader();
        var lines = new byte[height * (1 + 3 * width)];
        int at = 0;
        for (int y = 0; y < height; y++) {
            lines[at++] = SUB;
            int left = 0;
            for (int x = 0; x < width; x++) {
                int colour = pixels.getArgb(x, y);
                lines[at++] = (byte) ((colour >> 16) - (left >> 16));
                lines[at++] = (byte) ((colour >> 8) - (left >> 8));
                lines[at++] = (byte) (colour - left);
                left = colour;
            }
        }
        return lines;
    }

    private static byte[] packed(byte[] lines) {
        var out = new ByteArrayOutputStream();
        try (var deflater = new Deflater()) {
            deflater.setInput(lines);
            deflater.finish();
            var buffer = new byte[1 << 16];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(name);
        file.writeBytes(data);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }
}
