package io.windrose.desktop;

import io.windrose.cli.Console;
import io.windrose.desktop.picture.GraphPicture;
import io.windrose.desktop.picture.ScreenshotCommand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;

/// The whole program's entry: its window, or one of its commands.
///
/// The launcher starts it for what needs the desktop's libraries; the other commands have an entry
/// of their own that loads less.
public final class Main {
    private static final Set<String> ABOUT = Set.of("-h", "--help", "-V", "--version");

    private Main() {}

    public static void main(String[] args) {
        // The JDK reads it once: clients of a mesh on one computer name the host that they mean.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        int status = run(Console.ofProcess(), args);
        // Threads of the toolkit or of a command must not keep the program alive.
        Runtime.getRuntime().exit(status);
    }

    /// @return an exit code of [io.windrose.cli.ExitCode]
    static int run(Console console, String... args) {
        var window = WindowRequest.ofPlain(List.of(args));
        return window.isPresent() ? open(window.get(), console) : runCommand(console, args);
    }

    private static int open(WindowRequest window, Console console) {
        try {
            return window.run(console);
        } catch (RuntimeException | InterruptedException failure) {
            return io.windrose.cli.Main.failed("windrose", failure, console);
        }
    }

    private static int runCommand(Console console, String... args) {
        var commands = io.windrose.cli.Main.commandLine(console, Optional.of(new GraphPicture()));
        commands.addSubcommand(configured(new ScreenshotCommand(console), console));
        return opensWindow(List.of(args), commands.getSubcommands().keySet())
                ? configured(new WindowCommand(console), console).execute(args)
                : commands.execute(args);
    }

    private static CommandLine configured(Object command, Console console) {
        return io.windrose.cli.Main.configured(new CommandLine(command), console);
    }

    /// Options alone, or a folder; a command's name is never taken for a folder.
    static boolean opensWindow(List<String> args, Set<String> commands) {
        if (args.isEmpty()) {
            return true;
        }
        var first = args.getFirst();
        return first.startsWith("-")
                ? !ABOUT.contains(first)
                : !commands.contains(first) && WindowRequest.isFolder(first);
    }
}
