package io.windrose.desktop.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrose.config.resource.Kind;
import io.windrose.config.resource.ResourceId;
import io.windrose.topology.Node;
import io.windrose.workspace.demo.DemoMesh;
import io.windrose.workspace.demo.DemoPicture;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

final class FocusTest {

    @ParameterizedTest
    @CsvSource({
        "service/bookinfo/reviews, service, reviews",
        "app/bookinfo/reviews/v3, app, reviews@v3",
        "workload/bookinfo/reviews-v3, app, reviews@v3",
    })
    void aNodeIsFoundAsPeopleNameIt(String words, String kind, String ending) {
        var graph = DemoPicture.picture().graph().value().orElseThrow();

        var found = new Focus.Converter().convert(words).in(graph);

        assertThat(found.map(Node::kind)).hasValue(kind);
        assertThat(found.map(Node::id).orElseThrow()).endsWith(ending);
    }

    @Test
    void anObjectIsFoundByItsKind(@TempDir Path folder) throws IOException {
        DemoMesh.write(folder);
        var config = DemoMesh.view(folder).config();
        var focus = new Focus.Converter().convert("virtualservice/bookinfo/reviews");

        assertThat(focus.in(config))
                .hasValue(ResourceId.of(Kind.VIRTUAL_SERVICE, "bookinfo", "reviews"));
        assertThat(new Focus("Gateway", "bookinfo", "reviews", "").in(config)).isEmpty();
    }

    @Test
    void whatIsNotInTheGraphIsNotFound() {
        var graph = DemoPicture.picture().graph().value().orElseThrow();

        assertThat(new Focus("service", "default", "reviews", "").in(graph)).isEmpty();
        assertThatThrownBy(() -> new Focus.Converter().convert("reviews"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("KIND/NS/NAME");
    }
}
