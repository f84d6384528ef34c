package io.windrose.session.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.schema.Schemas;
import io.windrose.kernel.NamespacedName;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TemplateTest {
    private static final NamespacedName REVIEWS = new NamespacedName("shop", "reviews");

    static Set<String> names() {
        return Schemas.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatANewObjectBeginsWithIsWithoutErrors(String name) {
        var kind = Schemas.of(name).orElseThrow();
        var text = Template.of(kind, REVIEWS);

        var found = Diagnostics.of(Path.of("new.yaml"), text, ConfigSnapshot.EMPTY);

        assertThat(found.findings().stream().filter(one -> one.problem().isError()))
                .as(text)
                .isEmpty();
        assertThat(EditedFile.of(Path.of("new.yaml"), text).objects())
                .extracting(EditedFile.Entry::label)
                .containsExactly(
                        kind.namespaced()
                                ? kind.kind() + " shop/reviews"
                                : kind.kind() + " reviews");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "true", "null", "1e3"})
    void whatYamlWouldNotReadAsTextIsQuoted(String name) {
        var file = Path.of("new.yaml");
        var quoted = "\"" + name + "\"";
        for (var kind : Template.kinds()) {
            var text = Template.of(kind, new NamespacedName(name, name));

            assertThat(text).contains("  name: " + quoted + "\n");
            assertThat(EditedFile.of(file, text).objects())
                    .extracting(EditedFile.Entry::label)
                    .containsExactly(
                            kind.kind() + (kind.namespaced() ? " " + name + "/" : " ") + name);
        }
        assertThat(template("networking.istio.io/VirtualService", name))
                .contains("hosts: [" + quoted + "]")
                .contains("host: " + quoted);
        assertThat(template("extensions.istio.io/WasmPlugin", name))
                .contains("url: oci://registry.example.com/" + name + ":1\n");
    }

    private static String template(String kind, String name) {
        return Template.of(Schemas.of(kind).orElseThrow(), new NamespacedName(name, name));
    }

    @Test
    void aVirtualServiceBeginsWithOneRoute() {
        var kind = Schemas.of("networking.istio.io/VirtualService").orElseThrow();

        assertThat(Template.of(kind, REVIEWS))
                .isEqualTo(
                        """
                        apiVersion: networking.istio.io/v1
                        kind: VirtualService
                        metadata:
                          name: reviews
                          namespace: shop
                        spec:
                          hosts: [reviews]
                          http:
                            - name: everyone
                              route:
                                - destination:
                                    host: reviews
                                  weight: 100
                        """);
    }
}
