package io.windrose.traffic.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.traffic.balance.XxHash64;
import io.windrose.traffic.match.Head;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class RequestHashTest {
    private static final String CLIENT = "10.0.0.7";
    private static final String CONNECTION = "10.0.0.7:1234127.0.0.1:80";
    private static final Head HEAD =
            Head.get("shop", "/cart?user=ann")
                    .with("x-user", "bob")
                    .with("cookie", "a=1; session=\"s3\"");

    @Test
    void eachSourceGivesTheHashOfItsText() {
        assertThat(hash(new HashRule.Header("x-user"))).isEqualTo(XxHash64.of("bob"));
        assertThat(hash(new HashRule.Header(":authority"))).isEqualTo(XxHash64.of("shop"));
        assertThat(hash(new HashRule.QueryParameter("user"))).isEqualTo(XxHash64.of("ann"));
        assertThat(hash(new HashRule.ClientAddress())).isEqualTo(XxHash64.of(CLIENT));
        assertThat(hash(cookie("session", -1))).isEqualTo(XxHash64.of("s3"));
    }

    @Test
    void whatIsNotThereGivesNoHash() {
        assertThat(of(rule(new HashRule.Header("x-none")), rule(cookie("none", -1))))
                .isEqualTo(new RequestHash(null, List.of()));
    }

    @Test
    void aMissingCookieIsMadeOfTheConnection() {
        var value = "%016x".formatted(XxHash64.of(CONNECTION));

        assertThat(of(rule(cookie("fresh", 60))))
                .isEqualTo(
                        new RequestHash(
                                XxHash64.of(value),
                                List.of(
                                        "fresh=\"%s\"; Max-Age=60; Path=/; HttpOnly"
                                                .formatted(value))));
        assertThat(of(rule(cookie("fresh", 0))).cookies())
                .containsExactly("fresh=\"%s\"; Path=/; HttpOnly".formatted(value));
    }

    @Test
    void rulesAddUpUntilATerminalOneGivesAHash() {
        long user = XxHash64.of("bob");
        long client = XxHash64.of(CLIENT);
        var terminal = new HashRule(new HashRule.Header("x-user"), true);
        var terminalWithout = new HashRule(new HashRule.Header("x-none"), true);
        var address = rule(new HashRule.ClientAddress());

        assertThat(of(rule(new HashRule.Header("x-user")), address).hash())
                .isEqualTo(Long.rotateLeft(user, 1) ^ client);
        assertThat(of(terminal, address).hash()).isEqualTo(user);
        assertThat(of(terminalWithout, address).hash()).isEqualTo(client);
    }

    private static HashRule.Cookie cookie(String name, int seconds) {
        return new HashRule.Cookie(name, "/", Duration.ofSeconds(seconds));
    }

    private static HashRule rule(HashRule.Source source) {
        return new HashRule(source, false);
    }

    private static @Nullable Long hash(HashRule.Source source) {
        return of(rule(source)).hash();
    }

    private static RequestHash of(HashRule... rules) {
        return RequestHash.of(List.of(rules), HEAD, CLIENT, CONNECTION);
    }
}
