package io.windrose.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ResultTest {
    private final Problem warning = Problem.warning("MESH0001", Place.NOWHERE, "odd");
    private final Problem error = Problem.error("MESH0002", Place.NOWHERE, "wrong");

    @Test
    void oneErrorAmongTheProblemsPreventsTheValue() {
        assertThat(Result.of("value", List.of(warning, error)))
                .isEqualTo(new Result.Err<>(List.of(warning, error)));
        assertThat(Result.of("value", List.of(warning)))
                .isEqualTo(new Result.Ok<>("value", List.of(warning)));
    }

    @Test
    void aLaterStepKeepsTheWarningsOfTheEarlier() {
        Result<Integer> first = new Result.Ok<>(1, List.of(warning));

        assertThat(first.then(one -> Result.<Integer>err(error)))
                .isEqualTo(new Result.Err<>(List.of(warning, error)));
        assertThat(first.then(one -> Result.ok(one + 1)))
                .isEqualTo(new Result.Ok<>(2, List.of(warning)));
    }

    @Test
    void aProblemPrintsItsPlaceResourcePathMessageAndCode() {
        var place = Place.at("a.yaml", 3, 7).withResource("Gateway default/g").withPath("spec");

        assertThat(Problem.error("MESH0101", place, "must be an object").toString())
                .isEqualTo("a.yaml:3:7: Gateway default/g: spec: must be an object [MESH0101]");
    }
}
