package io.windrose.session.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
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

    @Test
    void objectsOfAListAreObjectsThatShareADocument() {
        var list =
                """
                apiVersion: v1
                items:
                - apiVersion: v1
                  kind: Service
                  metadata: {name: a, namespace: shop}
                - apiVersion: v1
                  kind: Service
                  metadata: {name: b, namespace: shop}
                kind: List
                """;
        var both = of(list + "---\n" + list.replace("name: ", "name: x"));

        assertThat(both.objects()).extracting(EditedFile.Entry::line).containsExactly(3, 6, 13, 16);
        assertThat(both.at(1)).hasValueSatisfying(one -> assertThat(one.name()).endsWith("/a"));
        assertThat(both.at(7)).hasValueSatisfying(one -> assertThat(one.name()).endsWith("/b"));
        assertThat(both.at(17)).hasValueSatisfying(one -> assertThat(one.name()).endsWith("/xb"));
        assertThat(both.without(7).problems())
                .extracting(Problem::message)
                .containsExactly(
                        "Service shop/b shares its document with other objects; delete its lines in"
                                + " the text.");
        assertThat(of(list.replace("name: b", "labels: {x: y}, name: b")).differingFrom(of(list)))
                .containsExactly("Service shop/b");
    }

    @Test
    void anObjectAloneInItsDocumentIsTakenOutWithIt() {
        assertThat(of(THREE).without(7)).isEqualTo(Result.ok(Documents.without(THREE, 7)));
    }

    private static EditedFile of(String text) {
        return EditedFile.of(Path.of("three.yaml"), text);
    }
}
