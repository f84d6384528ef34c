package io.windrose.config.edit;

import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.testkit.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The texts that are edited.
public final class Texts {
    private static final Path SANDBOX = Path.of("../sandbox/src/main/resources");

    /// What is written in the places that are not edited.
    private static final Pattern INDIRECT = Pattern.compile("[&*!?]|<<|\\[a: b");

    private Texts() {}

    static boolean isIndirect(YamlFile file) {
        boolean repeated =
                file.documents().stream().anyMatch(one -> !one.findings().problems().isEmpty());
        return repeated || INDIRECT.matcher(file.text()).find();
    }

    /// The YAML of the shared folder and of the sandbox.
    ///
    /// @param longest of the texts that are taken
    public static List<String> corpora(int longest) {
        return Stream.concat(
                        Stream.of("seeds", "conformance").map(Shared::path), Stream.of(SANDBOX))
                .flatMap(Texts::files)
                .filter(text -> text.length() <= longest)
                .toList();
    }

    private static Stream<String> files(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .map(Texts::read)
                    .toList()
                    .stream();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /// The same text as it is, as JSON, with other line ends, or without the last one.
    static String varied(String text, SplittableRandom random) {
        var json = random.nextInt(6) == 0 ? json(text, random.nextBoolean()) : text;
        var varied =
                switch (random.nextInt(4)) {
                    case 0 -> json.stripTrailing();
                    case 1 -> json.replace("\r", "").replace("\n", "\r\n");
                    default -> json;
                };
        return random.nextInt(20) == 0 ? "\ufeff" + varied : varied;
    }

    /// The first document alone; the text itself where there is none.
    private static String json(String text, boolean lines) {
        return YamlFile.parse("", text) instanceof Result.Ok<YamlFile>(var file, _)
                        && !file.documents().isEmpty()
                ? new Json(lines).write(file.documents().getFirst().root()) + "\n"
                : text;
    }

    /// Made up, with a line of equals signs between them.
    static List<String> styles() {
        return List.of(read(Path.of("src/test/resources/edit/styles.txt")).split("(?m)^=====\n"));
    }
}
