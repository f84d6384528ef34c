package io.windrose.topology.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.windrose.topology.Badge;
import io.windrose.topology.GraphType;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.MtlsMode;
import io.windrose.topology.Samples;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.build.TopologyBuilder;
import io.windrose.topology.build.TopologyOptions;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.StableLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every file under `golden/svg` is one picture. `mvn test -Dgolden.update=true` rewrites them;
/// then they are looked at beside the designs, like code is read.
final class SvgGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/golden/svg");

    private record Case(String name, TopologySnapshot graph, Theme theme) {}

    @TestFactory
    Stream<DynamicTest> thePictureIsTheOneThatWasLookedAt() {
        return Stream.of(
                        new Case("bookinfo-light", bookinfo(), Theme.LIGHT),
                        new Case("bookinfo-dark", bookinfo(), Theme.DARK),
                        new Case("nothing-light", TopologySnapshot.EMPTY, Theme.LIGHT))
                .map(each -> dynamicTest(each.name(), () -> check(each)));
    }

    private static void check(Case each) throws IOException {
        var layout =
                each.graph().nodes().isEmpty() ? Layout.EMPTY : StableLayout.arrange(each.graph());
        var picture =
                DisplayList.page(
                        each.graph(),
                        layout,
                        "Traffic of all namespaces",
                        "versionedApp, last 60 s to 14:05:00 UTC");
        var svg = SvgWriter.write(picture, each.theme());
        var golden = CASES.resolve(each.name() + ".svg");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, svg);
        }
        assertThat(svg).isEqualTo(Files.readString(golden));
    }

    private static TopologySnapshot bookinfo() {
        var facts =
                new MeshFacts(
                        "k",
                        List.of(
                                new MeshFacts.WorkloadFact(
                                        "default",
                                        "productpage-v1",
                                        "productpage",
                                        "v1",
                                        MtlsMode.PERMISSIVE,
                                        Set.of())),
                        List.of(
                                new MeshFacts.ServiceFact(
                                        "default",
                                        "reviews",
                                        Set.of(Badge.VIRTUAL_SERVICE, Badge.CIRCUIT_BREAKER))));
        return TopologyBuilder.build(
                Samples.bookinfo().window(),
                TopologyOptions.of(GraphType.VERSIONED_APP, Set.of()).withServiceNodes(),
                facts);
    }
}
