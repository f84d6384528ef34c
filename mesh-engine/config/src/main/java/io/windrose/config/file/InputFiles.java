package io.windrose.config.file;

import io.windrose.config.tree.FileProblems;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a command was given to read.
///
/// @param files in the order of their paths
/// @param unreadable files and directories that cannot be read, and text that is not YAML
public record InputFiles(List<YamlFile> files, List<Problem> unreadable) {

    public InputFiles {
        files = List.copyOf(files);
        unreadable = List.copyOf(unreadable);
    }

    /// @param path a file, whatever its name, or a directory with all YAML and JSON that is below
    ///   it
    public static InputFiles of(Path path) {
        return Files.isDirectory(path) ? ofDirectory(path) : of(YamlFile.read(path));
    }

    /// @param name how problems name the input, `-` for standard input
    public static InputFiles of(String name, InputStream input) {
        try {
            var bytes = input.readNBytes(YamlFile.MAX_BYTES + 1);
            return of(YamlFile.parse(name, bytes));
        } catch (IOException error) {
            return new InputFiles(
                    List.of(), List.of(FileProblems.unreadable(Path.of(name), error)));
        }
    }

    private static InputFiles ofDirectory(Path directory) {
        var walk = DirectoryWalk.of(directory);
        var files = new ArrayList<YamlFile>();
        var unreadable = new ArrayList<Problem>();
        walk.failures()
                .forEach((path, error) ->
                        unreadable.add(FileProblems.unreadable(directory.resolve(path), error)));
        for (var file : walk.files().values()) {
            var one = of(YamlFile.read(file));
            files.addAll(one.files);
            unreadable.addAll(one.unreadable);
        }
        return new InputFiles(files, unreadable);
    }

    private static InputFiles of(Result<YamlFile> parsed) {
        return switch (parsed) {
            case Result.Err<YamlFile>(var problems) -> new InputFiles(List.of(), problems);
            case Result.Ok<YamlFile>(var yaml, _) -> new InputFiles(List.of(yaml), List.of());
        };
    }
}
