package io.windrose.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.testkit.Peer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line tool, where the machine has one; tests that need it are skipped elsewhere.
final class OpenSsl {
    private OpenSsl() {}

    /// What it prints when it runs in `folder` and succeeds.
    static String run(Path folder, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(Peer.OPENSSL.path().toString()));
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
