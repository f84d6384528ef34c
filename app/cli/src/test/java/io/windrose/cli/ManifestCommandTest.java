package io.windrose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ManifestCommandTest {

    @Test
    void theDefinitionsAreDocumentsThatAreReadAgain() {
        var definitions = Shell.run("manifest", "generate", "--filter", "crds");

        assertThat(definitions.status()).isEqualTo(ExitCode.DONE);
        assertThat(definitions.out()).contains("\n  name: virtualservices.networking.istio.io\n");
        assertThat(Shell.runWith(definitions.out(), "validate", "-").out())
                .endsWith("\n15 documents checked, 0 invalid.\n");
    }

    @Test
    void anotherPartIsBadUsage() {
        assertThat(Shell.run("manifest", "generate", "--filter", "pilot").status())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Shell.run("manifest").status()).isEqualTo(ExitCode.USAGE);
    }
}
