package io.windrose.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.analysis.run.Analysis;
import io.windrose.config.tree.YamlFile;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Meshes without a mistake: whatever is said of one is a false alarm.
final class CleanMeshesTest {

    @ParameterizedTest
    @MethodSource("meshes")
    void nothingIsSaidOfACleanMesh(YamlFile file) {
        var mesh = Mesh.of(MeshObject.of(file), Settings.DEFAULT);

        assertThat(Analysis.of(mesh).findings()).isEmpty();
    }

    @Test
    void thereAreTwentyAtLeast() {
        assertThat(meshes()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void nothingIsSaidOfAllOfThemInOneMesh() {
        var mesh = Mesh.of(Corpus.objects("clean"), Settings.DEFAULT);

        assertThat(Analysis.of(mesh).findings()).isEmpty();
    }

    static List<Named<YamlFile>> meshes() {
        return Corpus.files("clean").stream().map(file -> Named.of(name(file), file)).toList();
    }

    private static String name(YamlFile file) {
        return file.name().substring(file.name().lastIndexOf('/') + 1);
    }
}
