package io.windrose.cli;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command line of this very program, to start it once more for another task.
final class OwnCommand {
    private static final List<String> PROXY_JVM =
            List.of(
                    "-Xms16m",
                    "-Xmx96m",
                    "-XX:MaxDirectMemorySize=64m",
                    "-Xss512k",
                    "-XX:+UseSerialGC",
                    "-XX:+UseCompactObjectHeaders",
                    "-Xlog:disable",
                    "-Xlog:all=error,aot*=off,cds*=off:stderr",
                    "--sun-misc-unsafe-memory-access=allow");

    private OwnCommand() {}

    /// The same Java with the same classes, and memory as one proxy needs it.
    static List<String> line() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(PROXY_JVM);
        for (var argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (argument.startsWith("-XX:AOTCache=")) {
                command.add(argument);
            }
        }
        var classes = System.getProperty("java.class.path");
        // Said in the same words as the launcher's, or the cache would not be good for it.
        command.addAll(
                classes.endsWith(".jar") && !classes.contains(File.pathSeparator)
                        ? List.of("-jar", classes)
                        : List.of(
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classes,
                                Main.class.getName()));
        return command;
    }
}
