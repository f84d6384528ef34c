package io.windrose.shell.canary;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.resource.Kind;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Labels;
import io.windrose.kernel.NamespacedName;
import io.windrose.kernel.TrafficSplit;
import io.windrose.session.RouteRef;
import io.windrose.session.ShiftableRoute;
import io.windrose.shell.panel.VersionColours;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ColoursTest {
    @Test
    void aSubsetHasItsVersionsColourInTheGraph() {
        var colours = colours(List.of("v1", "v2", "v3"), Map.of("old", "v2", "new", "v3"));

        assertThat(colours.of("old")).isEqualTo(2);
        assertThat(colours.of("new")).isEqualTo(3);
    }

    @Test
    void aVersionWithoutTrafficTakesNobodysColour() {
        var colours = colours(List.of("v1", "v3"), Map.of("v1", "v1", "v2", "v2", "v3", "v3"));

        assertThat(List.of(colours.of("v1"), colours.of("v2"), colours.of("v3")))
                .containsExactly(1, 2, 3);
    }

    @Test
    void twoVersionsThatAreFourApartDoNotFallTogether() {
        var colours = colours(List.of("a", "b", "c", "d", "e"), Map.of("a", "a", "e", "e"));

        assertThat(colours.of("a")).isNotEqualTo(colours.of("e"));
    }

    @Test
    void twoSubsetsOfOneVersionDoNotFallTogether() {
        var colours = colours(List.of("v1"), Map.of("near", "v1", "far", "v1"));

        assertThat(colours.of("near")).isNotEqualTo(colours.of("far"));
    }

    private static Colours colours(List<String> graph, Map<String, String> versionBySubset) {
        var split = new LinkedHashMap<String, Integer>();
        var labels = new LinkedHashMap<String, Labels>();
        versionBySubset.forEach((subset, version) -> {
            split.put(subset, split.isEmpty() ? 100 : 0);
            labels.put(subset, Labels.of(Map.of("version", version)));
        });
        var route =
                new ShiftableRoute(
                        new RouteRef(
                                ResourceId.of(Kind.VIRTUAL_SERVICE, "default", "reviews"), 0, ""),
                        new NamespacedName("default", "reviews"),
                        "reviews.yaml",
                        new TrafficSplit(split),
                        labels,
                        /* only= */ true,
                        /* matched= */ false);
        return new Colours(new VersionColours(graph), route);
    }
}
