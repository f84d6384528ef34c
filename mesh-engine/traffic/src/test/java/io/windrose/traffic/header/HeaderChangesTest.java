package io.windrose.traffic.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.windrose.traffic.header.HeaderChange.Existing;
import io.windrose.traffic.header.TextTemplate.Command;
import io.windrose.traffic.header.TextTemplate.Literal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HeaderChangesTest {

    @Test
    void templatesConsistOfLiteralsAndCommands() {
        assertThat(
                        TextTemplate.parse(
                                        "[%START_TIME%] %REQ(X?:PATH):10%%%%DYNAMIC_METADATA(a:b)%")
                                .parts())
                .isEqualTo(
                        List.of(
                                new Literal("["),
                                new Command("START_TIME", "", -1),
                                new Literal("] "),
                                new Command("REQ", "X?:PATH", 10),
                                new Literal("%"),
                                new Command("DYNAMIC_METADATA", "a:b", -1)));
    }

    @Test
    void aTemplateRemembersHowItWasWritten() {
        assertThat(TextTemplate.parse("100%% %PROTOCOL%").source()).isEqualTo("100%% %PROTOCOL%");
    }

    @Test
    void aPercentSignInsideParenthesesBelongsToTheArgument() {
        assertThat(TextTemplate.parse("%START_TIME(%Y-%m)%").parts())
                .isEqualTo(List.of(new Command("START_TIME", "%Y-%m", -1)));
    }

    @Test
    void brokenTemplatesAreExplained() {
        assertThatThrownBy(() -> TextTemplate.parse("50%"))
                .hasMessage("the command in '50%' has no closing %");
        assertThatThrownBy(() -> TextTemplate.parse("%REQ(X):ten%"))
                .hasMessage("'ten' in %REQ(X):ten% should be a length");
    }

    @Test
    void valuesAreCutToTheirLength() {
        assertThat(TextTemplate.parse("<%A:3%|%B%>").render(command -> command.name() + "-value"))
                .isEqualTo("<A-v|B-value>");
    }

    @Test
    void changesAreMadeInTheirOrder() {
        var headers = new Headers(Map.of("a", "1", "b", "1", "c", "1", "gone", "1"));
        var changes =
                new HeaderChanges(
                                List.of(
                                        new HeaderChange.Remove("gone"),
                                        put("a", "2", Existing.KEEP_AND_ADD),
                                        put("b", "2", Existing.REPLACE_OR_ADD),
                                        put("c", "2", Existing.KEEP_ALONE)))
                        .then(
                                new HeaderChanges(
                                        List.of(
                                                put("d", "%X%", Existing.KEEP_ALONE),
                                                put("e", "2", Existing.REPLACE_ONLY),
                                                put("b", "3", Existing.REPLACE_ONLY),
                                                put("empty", "", Existing.REPLACE_OR_ADD))));

        changes.apply(headers, Command::name);

        assertThat(headers.values).isEqualTo(Map.of("a", "1,2", "b", "3", "c", "1", "d", "X"));
    }

    private static HeaderChange put(String name, String value, Existing existing) {
        return new HeaderChange.Put(name, TextTemplate.parse(value), existing, false);
    }

    private static final class Headers implements HeaderEditor {
        private final Map<String, String> values;

        Headers(Map<String, String> values) {
            this.values = new TreeMap<>(values);
        }

        @Override
        public @Nullable String get(String name) {
            return values.get(name);
        }

        @Override
        public void set(String name, String value) {
            values.put(name, value);
        }

        @Override
        public void add(String name, String value) {
            values.merge(name, value, (before, more) -> before + "," + more);
        }

        @Override
        public void remove(String name) {
            values.remove(name);
        }
    }
}
