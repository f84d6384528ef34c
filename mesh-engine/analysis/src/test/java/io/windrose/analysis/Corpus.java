package io.windrose.analysis;

import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Our own YAML for tests.
final class Corpus {
    private Corpus() {}

    /// @param folder of the test resources beside this class
    /// @return in the order of their names
    static List<YamlFile> files(String folder) {
        try {
            var found = Objects.requireNonNull(Corpus.class.getResource(folder));
            try (var files = Files.list(Path.of(found.toURI()))) {
                return files.sorted().map(Corpus::read).toList();
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (URISyntaxException error) {
            throw new AssertionError(error);
        }
    }

    static YamlFile read(Path file) {
        return value(YamlFile.read(file));
    }

    private static YamlFile value(Result<YamlFile> result) {
        return switch (result) {
            case Result.Ok<YamlFile>(var value, _) -> value;
            case Result.Err<YamlFile>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    static YamlFile parse(String name, String text) {
        return value(YamlFile.parse(name, text));
    }

    static List<MeshObject> objects(String folder) {
        return files(folder).stream().flatMap(file -> MeshObject.of(file).stream()).toList();
    }
}
