package io.windrose.workspace.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.ConfigSnapshot;
import io.windrose.kernel.Owner;
import io.windrose.session.EditedFolder;
import io.windrose.session.edit.FolderAnalysis;
import io.windrose.session.edit.FolderDiagnosis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderFindingsTest {
    private static final String GOOD =
            """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: carts, namespace: default}
            spec: {host: carts}
            """;
    private static final String BAD = GOOD.replace("host:", "hots:");

    @TempDir private Path folder;

    private final Deque<Runnable> looks = new ArrayDeque<>();
    private final List<FolderDiagnosis> told = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JUnit calls open before each test
    private FolderFindings findings;

    @BeforeEach
    void open() {
        findings =
                new FolderFindings(
                        new EditedFolder(folder, folder.resolve(".state"), InstantSource.system()),
                        new FolderAnalysis(),
                        () -> ConfigSnapshot.EMPTY,
                        Owner.direct(),
                        looks::add,
                        told::add);
    }

    @Test
    void whoAsksDuringALookGetsOneMore() throws IOException {
        Files.writeString(folder.resolve("carts.yaml"), GOOD);
        findings.look();
        findings.look();
        findings.look();
        assertThat(looks).hasSize(1);

        looks.remove().run();
        Files.writeString(folder.resolve("carts.yaml"), BAD);
        assertThat(looks).hasSize(1);
        looks.remove().run();

        assertThat(looks).isEmpty();
        assertThat(findings.newest().findings()).isNotEmpty();
    }

    @Test
    void onlyWhatDiffersIsTold() throws IOException {
        Files.writeString(folder.resolve("carts.yaml"), BAD);
        look();
        look();
        assertThat(told).hasSize(1);

        Files.writeString(folder.resolve("carts.yaml"), GOOD);
        look();

        assertThat(told).hasSize(2);
        assertThat(findings.newest().findings()).isEmpty();
    }

    private void look() {
        findings.look();
        looks.remove().run();
    }
}
