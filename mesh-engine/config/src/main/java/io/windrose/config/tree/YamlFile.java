package io.windrose.config.tree;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A text of YAML or JSON together with the trees that were read from it.
///
/// Documents stand apart by lines of `---`. In a text that begins with `{`, objects of JSON may
/// also follow one another with blanks or nothing between them, one to a line or over many lines:
/// each is a document, as it is for kubectl. Every place counts from the beginning of the text.
///
/// @param name how problems name it
/// @param text all of it, as it was read
/// @param documents those that hold more than comments
public record YamlFile(String name, String text, List<YamlDocument> documents) {

    /// Twice what ten thousand routes need, and little enough to be read into memory at once.
    public static final int MAX_BYTES = 32 << 20;

    /// What stands for bytes that are no character.
    private static final char REPLACEMENT = '\uFFFD';

    public YamlFile {
        documents = List.copyOf(documents);
    }

    /// Every object of the text, in its order: in place of a document that is a `List`, what it
    /// holds, as `kubectl get -o yaml` prints it.
    public List<YamlDocument> objects() {
        return documents.stream().flatMap(YamlDocument::objects).toList();
    }

    /// The YAML in a literal block scalar (`|`) of this text, where each place is the one in this
    /// text.
    ///
    /// @return empty for every other scalar, whose lines are not those of the text
    public Optional<Result<YamlFile>> inside(ConfigTree.Scalar scalar) {
        return TreeBuilder.buildInside(name, text, scalar);
    }

    /// @return the problem that stops the whole text: it is too large, not UTF-8, not YAML, too
    ///   deep or an alias bomb
    public static Result<YamlFile> parse(String name, byte[] bytes) {
        return decode(name, bytes).then(text -> parse(name, text));
    }

    private static Result<String> decode(String name, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Result.err(tooLarge(name, bytes.length));
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return Result.err(
                    Problem.error(
                            "MESH0102",
                            Place.at(name, 1, 1),
                            "This is UTF-16, which Kubernetes' tools do not read; save the file as"
                                    + " UTF-8."));
        }
        var text = new String(bytes, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? Result.ok(text) : strictly(name, bytes);
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && bytes[0] == (byte) first && bytes[1] == (byte) second;
    }

    /// As above, for bytes of which some may not be UTF-8.
    private static Result<String> strictly(String name, byte[] bytes) {
        var input = ByteBuffer.wrap(bytes);
        try {
            return Result.ok(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(input)
                            .toString());
        } catch (CharacterCodingException _) {
            return Result.err(notText(name, bytes, input.position()));
        }
    }

    /// @return as for bytes, or the problem that the file cannot be read
    public static Result<YamlFile> read(Path file) {
        return readText(file).then(text -> parse(file.toString(), text));
    }

    /// The text of a file, whether or not it is YAML; written back as UTF-8 it is the same bytes.
    ///
    /// @return the problem that it cannot be read, is too large or not UTF-8
    public static Result<String> readText(Path file) {
        try {
            long size = Files.size(file);
            return size > MAX_BYTES
                    ? Result.err(tooLarge(file.toString(), size))
                    : decode(file.toString(), Files.readAllBytes(file));
        } catch (IOException error) {
            return Result.err(FileProblems.unreadable(file, error));
        }
    }

    /// @return as for bytes, without the limit on size
    public static Result<YamlFile> parse(String name, String text) {
        return TreeBuilder.build(name, text);
    }

    public static Problem tooLarge(String name, long bytes) {
        return Problem.error(
                "MESH0103",
                Place.inFile(name),
                "The file has "
                        + bytes / 1_000_000
                        + " MB, more than the "
                        + MAX_BYTES / 1_000_000
                        + " MB that are read; split it into smaller files.");
    }

    private static Problem notText(String name, byte[] bytes, int position) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < position; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
            column = bytes[i] == '\n' ? 1 : column + 1;
        }
        return Problem.error(
                "MESH0102",
                Place.at(name, line, column),
                "This is not text: byte %d (0x%02x) is not UTF-8; save the file as UTF-8."
                        .formatted(position, bytes[position]));
    }
}
