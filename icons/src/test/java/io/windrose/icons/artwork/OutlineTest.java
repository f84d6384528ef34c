package io.windrose.icons.artwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.windrose.icons.Icon;
import java.awt.geom.Ellipse2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OutlineTest {

    @ParameterizedTest
    @EnumSource
    void anIconStaysOnItsSquare(Icon icon) {
        var bounds = Outline.of(icon.path()).getBounds2D();

        assertThat(bounds.getMinX()).isNotNegative();
        assertThat(bounds.getMinY()).isNotNegative();
        assertThat(bounds.getMaxX()).isLessThanOrEqualTo(Icon.SIZE);
        assertThat(bounds.getMaxY()).isLessThanOrEqualTo(Icon.SIZE);
        assertThat(bounds.getCenterX()).isCloseTo(Icon.SIZE / 2, within(3.0));
        assertThat(bounds.getCenterY()).isCloseTo(Icon.SIZE / 2, within(3.0));
    }

    @Test
    void twoHalfArcsAreACircle() {
        var circle = Outline.of("M 2 12 A 10 10 0 1 1 22 12 A 10 10 0 1 1 2 12 Z");

        var expected = new Ellipse2D.Double(2, 2, 20, 20).getBounds2D();
        assertThat(circle.getBounds2D().getMinY()).isCloseTo(expected.getMinY(), within(1e-6));
        assertThat(circle.getBounds2D().getMaxY()).isCloseTo(expected.getMaxY(), within(1e-6));
        assertThat(circle.contains(12, 2.1)).isTrue();
        assertThat(circle.contains(3, 3)).isFalse();
    }

    @Test
    void aShortArcTakesTheSideThatItsFlagNames() {
        assertThat(Outline.of("M 5 12 A 7 7 0 0 1 12 5").getBounds2D().getMinX())
                .isCloseTo(5, within(1e-6));
        assertThat(Outline.of("M 5 12 A 7 7 0 0 0 12 5").getBounds2D().getMaxX())
                .isCloseTo(12, within(1e-6));
        assertThat(Outline.of("M 5 12 A 7 7 0 0 1 12 5 L 12 12 Z").contains(8, 8)).isTrue();
        assertThat(Outline.of("M 5 12 A 7 7 0 0 0 12 5 L 12 12 Z").contains(8, 8)).isFalse();
    }
}
