package io.windrose.config.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CelTest {
    static final List<String> GOOD =
            List.of(
                    "response.code >= 400",
                    "response.code >= 400 || xds.cluster_name == 'BlackHoleCluster'",
                    "has(request.headers['x'].y) && !has(a.b)",
                    "request.headers['user-agent'].contains('curl') ? 1 : 2u",
                    "!!a && --b == -1 && !-1",
                    "[1, 2.5, .5e3, 0x1F, 0xFFu, 1e-9,]",
                    "{'a': 1, b: [2][0],}",
                    "request.headers.exists(h, h.startsWith(\"x-\"))",
                    "[1].map(x, x > 1, x * 2).filter(y, y in [1, 2])",
                    "r'\\d' + R\"\\w\" + b'\\x00\\377' + '\\u00e9\\U0001F600\\n'",
                    "'''three ' '' \\' quotes''' + \"\"\"and \" more\n\"\"\"",
                    "google.protobuf.Duration{seconds: 5,} == duration('5s')",
                    ".a.b(c, d)[e].g(f)",
                    "[,]",
                    "has(1.5.b) || .has(b)",
                    "a // to the end\n + b",
                    "a.b . c",
                    "x in y",
                    "int(a) % 2 == 0",
                    "9223372036854775807 + 18446744073709551615u",
                    "all(a, b)",
                    "a.has(b)",
                    "a.all(b)");
    static final List<String> BAD =
            List.of(
                    "",
                    "a b",
                    "a ==",
                    "== a",
                    "a && && b",
                    "(a",
                    "a)",
                    "f(a,)",
                    "a ? b",
                    "'open",
                    "'bad \\q'",
                    "'\\400'",
                    "\"two\nlines\"",
                    "1.",
                    "0x",
                    "9223372036854775808",
                    "18446744073709551616u",
                    "a.1",
                    "a.in",
                    "a.true(b)",
                    "'\\UFFFFFFFF'",
                    "if",
                    "for(a)",
                    "in b",
                    "has(a)",
                    "has(a[0])",
                    "has(1)",
                    "a.all(b.c, d)",
                    "a.map(1, d)",
                    "-!a",
                    "!-a",
                    "a @ b",
                    "{a}",
                    "[,]x",
                    "a[]",
                    "f(){b: 1}",
                    "a = b",
                    "$a",
                    "a.?b",
                    "`a`");

    @Test
    void whatTheGrammarAllowsIsTaken() {
        assertThat(GOOD).allSatisfy(text -> assertThat(Cel.parse(text).fault()).isEmpty());
    }

    @Test
    void everythingElseIsNot() {
        assertThat(BAD).allSatisfy(text -> assertThat(Cel.parse(text).fault()).isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "response.code >=, 16, unexpected end",
                "response.code => 400, 14, `unexpected '=>'`",
                "`'\uD83D\uDE00' = 1`, 5, `unexpected '= '`",
                "has(request), 3, invalid argument to has() macro",
                "`a.all(1, b)`, 6, The argument must be a simple name"
            })
    void theFaultSaysWhere(String text, int at, String reason) {
        assertThat(Cel.parse(text).fault())
                .hasValue(new Cel.Fault(at, "This is not CEL: " + reason + "."));
    }

    @Test
    void namesFromOutsideAreTold() {
        assertThat(
                        Cel.parse("http == '\uD83D\uDE00' && a.b.exists(k, k == http) && size(.c)")
                                .names())
                .containsExactly(Map.entry("http", 0), Map.entry("a", 16), Map.entry("c", 50));
    }

    @Test
    void aVariableOfALoopIsOnlyKnownInside() {
        assertThat(Cel.parse("[k].map(k, k > 1, k * 2) == k").names())
                .containsExactly(Map.entry("k", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "!", "-", "a.", "f(", "{", "'\\n", "a ? ", "//", "a + "})
    void whateverIsRepeatedIsAnsweredSoon(String text) {
        assertThat(Cel.parse(text.repeat(20_000 / text.length())).fault()).isPresent();
        assertThat(Cel.parse(text.repeat(1_000_000)).fault()).isPresent();
    }
}
