package io.windrose.config.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import org.junit.jupiter.api.Test;

final class FindingsTest {

    @Test
    void theFirstOfEachKindAreListedAndTheRestIsCounted() {
        var found = new FindingsBuilder();
        for (int line = 1; line <= 1_000; line++) {
            found.add(Problem.warning("MESH0128", Place.at("f.yaml", line, 1), "w" + line));
        }
        found.add(Problem.error("MESH0121", Place.at("f.yaml", 5, 3), "e"));

        var problems = found.build().problems();

        assertThat(problems).hasSize(202);
        assertThat(problems.get(5).message()).isEqualTo("e");
        assertThat(problems.getLast().toString())
                .isEqualTo(
                        "f.yaml:200:1: This document has about 800 warnings more; the first 200 of"
                                + " a kind are listed. [MESH0129]");
        assertThat(found.build().hasErrors()).isTrue();
    }

    @Test
    void oneThingIsSaidOnce() {
        var found = new FindingsBuilder();
        found.add(Problem.error("MESH0121", Place.at("f.yaml", 1, 1), "e"));
        found.add(Problem.error("MESH0121", Place.at("f.yaml", 1, 1), "e"));

        assertThat(found.build().problems()).hasSize(1);
    }

    @Test
    void twoListsHaveTheRoomOfOne() {
        var found = new FindingsBuilder();
        for (int line = 1; line <= 150; line++) {
            found.add(Problem.error("MESH0121", Place.at("f.yaml", line, 1), "e"));
        }
        var others = new FindingsBuilder();
        for (int line = 151; line <= 300; line++) {
            others.add(Problem.error("MESH0121", Place.at("f.yaml", line, 1), "e"));
        }

        var both = found.build().and(others.build());

        assertThat(both.listed()).hasSize(200);
        assertThat(both.moreErrors()).isEqualTo(100);
    }
}
