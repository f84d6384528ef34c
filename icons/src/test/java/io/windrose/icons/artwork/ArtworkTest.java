package io.windrose.icons.artwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArtworkTest {
    private static final int DEEP_BLUE = 0xff0d2547;

    @TempDir private Path folder;

    @BeforeEach
    void draw() throws IOException {
        Artwork.write(Path.of("windrose.svg"), folder);
    }

    @Test
    void thePictureHasRoundCornersAndAHub() throws IOException {
        var picture = ImageIO.read(folder.resolve("windrose-512.png").toFile());

        assertThat(picture.getRGB(18, 18) >>> 24).isZero();
        assertThat(picture.getRGB(256, 256)).isEqualTo(0xffffffff);
        assertThat(picture.getRGB(256, 280)).isEqualTo(DEEP_BLUE);
        assertThat(picture.getRGB(250, 120)).isEqualTo(0xffcfe2f8);
    }

    @Test
    void theFileForWindowsPointsAtItsPictures() throws IOException {
        var file = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("windrose.ico")));
        file.order(ByteOrder.LITTLE_ENDIAN);
        var widths = new ArrayList<Integer>();
        for (int entry = 0; entry < file.getShort(4); entry++) {
            int at = 6 + 16 * entry;
            widths.add(width(file.array(), file.getInt(at + 12), file.getInt(at + 8)));
        }

        assertThat(widths).containsExactly(16, 24, 32, 48, 64, 128, 256);
    }

    @Test
    void theFileForMacHoldsItsPicturesOneAfterTheOther() throws IOException {
        var file = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("windrose.icns")));
        assertThat(file.getInt(4)).isEqualTo(file.capacity());
        var widths = new ArrayList<Integer>();
        for (int at = 8; at < file.capacity(); at += file.getInt(at + 4)) {
            widths.add(width(file.array(), at + 8, file.getInt(at + 4) - 8));
        }

        assertThat(widths).containsExactly(16, 32, 64, 128, 256, 512);
    }

    private static int width(byte[] file, int offset, int length) throws IOException {
        var png = Arrays.copyOfRange(file, offset, offset + length);
        return ImageIO.read(new ByteArrayInputStream(png)).getWidth();
    }
}
