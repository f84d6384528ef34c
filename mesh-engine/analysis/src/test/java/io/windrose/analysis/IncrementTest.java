package io.windrose.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.analysis.run.Analysis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Whatever is edited: what is asked again gives what all checks would say. `-Dwindrose.long=true`
/// makes ten thousand edits.
final class IncrementTest {
    private static final int EDITS = Boolean.getBoolean("windrose.long") ? 10_000 : 100;
    private static final long SEED = Long.getLong("windrose.seed", 20_261_122);

    @Test
    void anEditChangesWhatItWouldFromScratch(TestReporter figures) {
        var folder = new RandomFolder(new Random(SEED), Corpus.files("cases"));
        var analysis = Analysis.of(Mesh.of(folder.objects(), Settings.DEFAULT));
        int findings = 0;
        int differences = 0;
        for (int i = 0; i < EDITS; i++) {
            var edit = folder.edit();
            var objects = folder.objects();
            var before = analysis.findings();
            analysis = analysis.next(objects, Settings.DEFAULT);
            var found = analysis.findings();
            assertThat(found)
                    .as("edit %d: %s", i, edit)
                    .isEqualTo(Analysis.of(Mesh.of(objects, Settings.DEFAULT)).findings());
            findings += found.size();
            differences += found.equals(before) ? 0 : 1;
        }
        figures.publishEntry(
                "edits",
                "%d, of which %d changed what is found; findings seen %d"
                        .formatted(EDITS, differences, findings));
        assertThat(differences).isGreaterThan(EDITS / 4);
    }

    @Test
    void settingsThatGoAreForgotten() {
        var map =
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: default}
                data: {mesh: 'rootNamespace: shop'}
                """;
        var with = Mesh.of(MeshObject.of(Corpus.parse("mesh.yaml", map)), Settings.DEFAULT);

        assertThat(with.snapshot().mesh().rootNamespace()).isEqualTo("shop");
        assertThat(with.next(List.of(), Settings.DEFAULT).snapshot())
                .isEqualTo(Mesh.of(List.of(), Settings.DEFAULT).snapshot());
    }

    @Test
    void theOrderOfFilesDoesNotMatter() {
        var random = new Random(SEED);
        var objects = new ArrayList<>(Corpus.objects("cases"));
        var wanted = Analysis.of(Mesh.of(objects, Settings.DEFAULT)).findings();
        for (int i = 0; i < 2; i++) {
            Collections.shuffle(objects, random);
            assertThat(Analysis.of(Mesh.of(objects, Settings.DEFAULT)).findings())
                    .isEqualTo(wanted);
        }
    }
}
