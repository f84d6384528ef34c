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
    private static final int EDITS = Boolean.getBoolean("windrose.long") ? 10_000 : 150;
    private static final int SIZE = 40;
    private static final long SEED = 20_261_122;

    @Test
    void anEditChangesWhatItWouldFromScratch(TestReporter figures) {
        var random = new Random(SEED);
        var all = Corpus.objects("cases");
        var now = new ArrayList<MeshObject>();
        var analysis = Analysis.of(Mesh.of(now, Settings.DEFAULT));
        int findings = 0;
        for (int i = 0; i < EDITS; i++) {
            edit(now, all, random);
            analysis = analysis.next(now, Settings.DEFAULT);
            var mesh = Mesh.of(now, Settings.DEFAULT);
            assertThat(analysis.findings()).isEqualTo(Analysis.of(mesh).findings());
            findings += analysis.findings().size();
        }
        figures.publishEntry("edits", EDITS + ", findings seen " + findings);
        assertThat(findings).isPositive();
    }

    @Test
    void theOrderOfFilesDoesNotMatter() {
        var random = new Random(SEED);
        var objects = new ArrayList<>(Corpus.objects("cases"));
        var wanted = Analysis.of(Mesh.of(objects, Settings.DEFAULT)).findings();
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(objects, random);
            assertThat(Analysis.of(Mesh.of(objects, Settings.DEFAULT)).findings())
                    .isEqualTo(wanted);
        }
    }

    private static void edit(List<MeshObject> now, List<MeshObject> all, Random random) {
        if (now.size() > SIZE || (!now.isEmpty() && random.nextInt(3) == 0)) {
            now.remove(random.nextInt(now.size()));
        } else {
            now.add(all.get(random.nextInt(all.size())));
        }
    }
}
