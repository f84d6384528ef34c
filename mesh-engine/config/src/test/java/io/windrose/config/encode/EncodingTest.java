package io.windrose.config.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.decode.Decoded;
import io.windrose.config.decode.Decoder;
import io.windrose.config.edit.Texts;
import io.windrose.config.patch.Value;
import io.windrose.config.schema.Schemas;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.Findings;
import io.windrose.config.tree.YamlDocument;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.kernel.Severity;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Decoding what was encoded gives the same value, the same record and the same verdict.
///
/// `-Dwindrose.long=true` makes 2,000 documents of each kind in place of a few, and reads texts of
/// any length.
final class EncodingTest {
    private static final boolean LONG = Boolean.getBoolean("windrose.long");
    private static final int DOCUMENTS = LONG ? 2_000 : 6;
    private static final int LONGEST = LONG ? Integer.MAX_VALUE : 6_000;
    private static final Decoder DECODER = new Decoder("", Severity.ERROR);

    static final List<String> KINDS = List.copyOf(Schemas.names());

    @ParameterizedTest
    @FieldSource("KINDS")
    void whatIsWrittenSaysWhatItWasMadeOf(String kind) {
        for (long seed = 0; seed < DOCUMENTS; seed++) {
            var documents = new RandomDocuments(new SplittableRandom(seed));
            var value = documents.of(Schemas.of(kind).orElseThrow());

            var read = root(parsed(value.yaml()));

            assertThat(Value.of(read)).as("seed %d", seed).isEqualTo(value);
            assertThat(Value.of(read).yaml()).as("seed %d", seed).isEqualTo(value.yaml());
        }
    }

    @Test
    void whatPeopleWroteMeansTheSameWhenItIsWrittenAnew() {
        var texts = Texts.corpora(LONGEST);
        int documents = 0;
        for (var text : texts) {
            if (YamlFile.parse("f.yaml", text) instanceof Result.Ok<YamlFile>(var file, _)) {
                for (var document : file.objects()) {
                    if (document.findings().equals(Findings.NONE)) {
                        check(file, document);
                        documents++;
                    }
                }
            }
        }
        assertThat(documents).isGreaterThan(500);
    }

    private static void check(YamlFile file, YamlDocument document) {
        var value = Value.of(document.root());

        var again = parsed(value.yaml());

        assertThat(Value.of(root(again))).isEqualTo(value);
        assertThat(verdict(DECODER.decodeObjects(again).getFirst()))
                .isEqualTo(verdict(DECODER.decode(file, document)));
    }

    /// All but the places, which are those of the text, and the sentences, which quote from it.
    private static String verdict(Decoded decoded) {
        var resource = decoded.resource().map(Object::toString).orElse("");
        return resource.replaceFirst("origin=Origin\\[[^]]*]", "")
                + decoded.problems().stream()
                        .map(one -> one.severity() + one.code() + " " + one.place().path())
                        .sorted()
                        .toList();
    }

    private static YamlFile parsed(String text) {
        return switch (YamlFile.parse("f.yaml", text)) {
            case Result.Ok<YamlFile>(var file, _) -> file;
            case Result.Err<YamlFile>(var problems) -> throw new AssertionError(problems + text);
        };
    }

    private static ConfigTree root(YamlFile file) {
        return file.documents().getFirst().root();
    }
}
