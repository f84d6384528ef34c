package io.windrose.desktop.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PngTest {

    @Test
    void anotherReaderSeesTheSamePixels() throws IOException {
        var random = new SplittableRandom(4);
        var picture = new WritableImage(37, 11);
        for (int y = 0; y < 11; y++) {
            for (int x = 0; x < 37; x++) {
                picture.getPixelWriter().setArgb(x, y, 0xff000000 | random.nextInt(1 << 24));
            }
        }

        var read = ImageIO.read(new ByteArrayInputStream(Png.bytes(picture)));

        assertThat(read.getWidth()).isEqualTo(37);
        assertThat(read.getHeight()).isEqualTo(11);
        for (int y = 0; y < 11; y++) {
            for (int x = 0; x < 37; x++) {
                assertThat(read.getRGB(x, y)).isEqualTo(picture.getPixelReader().getArgb(x, y));
            }
        }
    }
}
