package io.windrose.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How to run a sandbox.
///
/// @param configDir the folder with the YAML that the mesh follows; without one it is a private
///   folder that goes with the sandbox
/// @param requestsPerSecond of the load, greater than 0
/// @param launcher the command that starts a program of ours in a process of its own, for proxies
///   that are to run so; empty keeps them in this process
public record SandboxOptions(
        Optional<Path> configDir, double requestsPerSecond, List<String> launcher) {
    public static final SandboxOptions DEFAULT =
            new SandboxOptions(Optional.empty(), 20, List.of());

    public SandboxOptions {
        launcher = List.copyOf(launcher);
    }

    boolean inOneProcess() {
        return launcher.isEmpty();
    }
}
