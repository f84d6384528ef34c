package io.windrose.session.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class EditedFileTest {
    private static final String THREE =
            """
            # the first
            apiVersion: v1
            kind: Service
            metadata: {name: a, namespace: shop}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: b, namespace: shop}
            --- # the third
            apiVersion: example.com/v1
            kind: Widget
            metadata: {name: c}
            """;

    @Test
    void eachLineOfADocumentLeadsToItsObject() {
        var file = of(THREE);

        assertThat(file.at(1)).hasValueSatisfying(one -> assertThat(one.name()).endsWith("/a"));
        assertThat(file.at(5)).hasValueSatisfying(one -> assertThat(one.name()).endsWith("/b"));
        assertThat(file.at(99)).hasValueSatisfying(one -> assertThat(one.name()).endsWith(" c"));
        assertThat(of("kind: [oops\n").at(1)).isEmpty();
        assertThat(of("").at(1)).isEmpty();
    }

    @Test
    void anObjectDiffersThatIsChangedMadeOrGoneAndNoneThatMoves() {
        var without = of(Documents.without(THREE, 7));
        var changed =
                of(
                        THREE.replace(
                                "Service\nmetadata: {name: a", "Service\n# !\nmetadata: {name: a"));

        assertThat(without.differingFrom(of(THREE))).containsExactly("Service shop/b");
        assertThat(of(THREE).differingFrom(without)).containsExactly("Service shop/b");
        assertThat(changed.differingFrom(of(THREE))).containsExactly("Service shop/a");
        assertThat(of("").differingFrom(changed))
                .containsExactly("Service shop/a", "Service shop/b", "Widget c");
        assertThat(of(Documents.without(THREE, 1)).differingFrom(of(THREE.replace("\n", "\r\n"))))
                .containsExactly("Service shop/a");
    }

    private static EditedFile of(String text) {
        return EditedFile.of(Path.of("three.yaml"), text);
    }
}
