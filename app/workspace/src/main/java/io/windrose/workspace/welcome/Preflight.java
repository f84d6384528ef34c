package io.windrose.workspace.welcome;

import io.windrose.config.ConfigSnapshot;
import io.windrose.config.file.FileSource;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.workspace.session.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What was found before connecting; nothing is written for it.
public record Preflight(List<Check> checks) {

    /// What a sandbox needs beside the program itself.
    private static final long SANDBOX_BYTES = 200L << 20;

    public Preflight {
        checks = List.copyOf(checks);
    }

    /// Blocks on the disk.
    public static Preflight of(Connection connection) {
        return switch (connection) {
            case Connection.Sandbox sandbox -> ofSandbox(sandbox);
            case Connection.Folder(var path) -> new Preflight(folder(path));
        };
    }

    private static Preflight ofSandbox(Connection.Sandbox sandbox) {
        var checks = new ArrayList<Check>();
        checks.add(loopback());
        checks.add(temporary(Path.of(System.getProperty("java.io.tmpdir"))));
        checks.add(memory(Runtime.getRuntime()));
        sandbox.folder().map(Preflight::sandboxFolder).ifPresent(checks::add);
        return new Preflight(checks);
    }

    private static Check loopback() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Check.good(
                    "Loopback can be used",
                    "Nothing listens where other computers could reach it, as %s shows"
                            .formatted(socket.getInetAddress().getHostAddress()));
        } catch (IOException closed) {
            return Check.bad(
                    "Loopback cannot be used", "No port could be opened: " + closed.getMessage());
        }
    }

    private static Check temporary(Path folder) {
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            return Check.bad("The folder for temporary files cannot be written", folder.toString());
        }
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Check.good("Temporary files are private", folder.toString())
                : Check.good("Temporary files can be written", folder.toString());
    }

    private static Check memory(Runtime runtime) {
        long free = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        var detail = (free >> 20) + " MiB are left for the program";
        return free >= SANDBOX_BYTES
                ? Check.good("There is enough memory", detail)
                : Check.doubtful("Memory is short", detail);
    }

    /// It may be missing: then it is made.
    private static Check sandboxFolder(Path path) {
        if (Files.isDirectory(path)) {
            return Files.isWritable(path)
                    ? Check.good("The folder can be written", path.toString())
                    : Check.doubtful("The folder can be read only", path.toString());
        }
        return Files.exists(path)
                ? Check.bad("This is not a folder", path.toString())
                : Check.note("The folder will be made", path.toString());
    }

    private static List<Check> folder(Path path) {
        return switch (FileSource.readOnce(path)) {
            case Result.Err<ConfigSnapshot>(var problems) ->
                    List.of(Check.bad("The folder cannot be read", problems.getFirst().message()));
            case Result.Ok<ConfigSnapshot>(var config, _) ->
                    List.of(
                            Files.isWritable(path)
                                    ? Check.good("The folder can be edited", path.toString())
                                    : Check.doubtful(
                                            "The folder can be read only",
                                            "Drafts work and cannot be applied"),
                            objects(config),
                            findings(config));
        };
    }

    private static Check objects(ConfigSnapshot config) {
        long files =
                config.resources().values().stream()
                        .map(resource -> resource.origin().file())
                        .distinct()
                        .count();
        int objects = config.resources().size();
        return objects == 0
                ? Check.doubtful(
                        "No object of a mesh was found", "Windrose reads .yaml, .yml and .json")
                : Check.good(
                        count(objects, "object") + " in " + count(files, "file"), kinds(config));
    }

    private static String kinds(ConfigSnapshot config) {
        return String.join(
                ", ",
                config.resources().keySet().stream()
                        .map(id -> id.kind().kindName())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static Check findings(ConfigSnapshot config) {
        long errors = config.findings().stream().filter(Problem::isError).count();
        long warnings = config.findings().size() - errors;
        if (errors == 0 && warnings == 0) {
            return Check.good("Nothing is wrong with it", "Every object was checked");
        }
        return Check.doubtful(
                errors == 0
                        ? count(warnings, "warning")
                        : warnings == 0
                                ? count(errors, "error")
                                : count(errors, "error") + ", " + count(warnings, "warning"),
                config.findings().getFirst().message());
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
