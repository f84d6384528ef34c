package io.windrose.config.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for each of the schemas.
final class SchemasTest {
    /// Of a sentence that says something.
    private static final int SHORTEST = 4;

    static List<String> names() {
        return List.copyOf(Schemas.names());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyKindIsFoundUnderEachOfItsVersions(String name) {
        var schema = Schemas.of(name).orElseThrow();

        assertThat(schema.apiVersion(schema.kind())).isEqualTo(name);
        assertThat(schema.versions())
                .isNotEmpty()
                .allSatisfy(version ->
                        assertThat(Schemas.of(schema.apiVersion(version), schema.kind()))
                                .contains(schema));
        assertThat(Schemas.of(schema.apiVersion("v0"), schema.kind())).isEmpty();
    }

    /// Hover text, completion and forms have something to say about each field.
    @ParameterizedTest
    @MethodSource("names")
    void everyFieldSaysInASentenceWhatItMeans(String name) {
        var silent = new ArrayList<String>();
        var schema = Schemas.of(name).orElseThrow();

        assertThat(schema.help().meaning()).endsWith(".");
        schema.body().fields().values().stream()
                .filter(field -> !(field.shape() instanceof Shape.Anything))
                .forEach(field -> collect(field, field.name(), silent));
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    networking.istio.io/VirtualService | spec.http[0].route[1].weight                 | weight
                    networking.istio.io/VirtualService | spec.http[].match[].headers.x.y-z.exact      | exact
                    networking.istio.io/VirtualService | spec.http[].match[].headers.x                |
                    networking.istio.io/VirtualService | spec.http.route                              |
                    security.istio.io/PeerAuthentication | spec.portLevelMtls.8080.mode               | mode
                    gateway.networking.k8s.io/Gateway  | spec.listeners[2].tls.certificateRefs[].name | name
                    """)
    void aFieldIsFoundByItsPath(String kind, String path, @Nullable String name) {
        assertThat(Schemas.of(kind).orElseThrow().field(path).map(Field::name))
                .isEqualTo(Optional.ofNullable(name));
    }

    @Test
    void helpSaysWhatHoldsWithoutTheFieldAndGivesAnExample() {
        var timeout =
                Schemas.of("networking.istio.io/VirtualService")
                        .orElseThrow()
                        .field("spec.http[].timeout")
                        .orElseThrow();

        assertThat(timeout.help().sentences())
                .isEqualTo(
                        "How long a request may take, with all its retries. Default: none."
                                + " Example: 5s");
    }

    private static void collect(Field field, String path, List<String> silent) {
        var meaning = field.help().meaning();
        if (!meaning.endsWith(".") || meaning.length() < SHORTEST) {
            silent.add(path);
        }
        collect(field.shape(), path, silent);
    }

    private static void collect(Shape shape, String path, List<String> silent) {
        switch (shape) {
            case Shape.Section section ->
                    section.fields()
                            .values()
                            .forEach(field -> collect(field, path + "." + field.name(), silent));
            case Shape.Items items -> collect(items.item(), path + "[]", silent);
            case Shape.Entries entries -> collect(entries.value(), path + ".*", silent);
            default -> {
                // it has no fields
            }
        }
    }
}
