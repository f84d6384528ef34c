package io.windrose.config.syntax;

import io.windrose.config.syntax.PromToken.Kind;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.Pattern;

/// Walks over the tokens of an expression of Prometheus.
final class PromReader {
    private static final Pattern DURATION =
            Pattern.compile(
                    "(?:[0-9]+y)?(?:[0-9]+w)?(?:[0-9]+d)?(?:[0-9]+h)?(?:[0-9]+m(?!s))?(?:[0-9]+s)?"
                            + "(?:[0-9]+ms)?");
    private static final Pattern PART = Pattern.compile("([0-9]+)([a-z]+)");
    private static final Pattern NOTHING = Pattern.compile("[^1-9a-zA-Z]*|0[xX]0*");
    private static final BigInteger MOST_MILLIS = BigInteger.valueOf(Long.MAX_VALUE / 1_000_000);

    private final List<PromToken> tokens;
    private int at;

    PromReader(List<PromToken> tokens) {
        this.tokens = tokens;
    }

    PromToken next() {
        return tokens.get(at);
    }

    /// Goes on behind the next token, but not beyond the end.
    PromToken take() {
        var token = next();
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    boolean takes(Kind kind) {
        return takes(next().kind() == kind);
    }

    boolean takesMark(String mark) {
        return takes(next().isMark(mark));
    }

    boolean takesWord(String word) {
        return takes(next().isWord(word));
    }

    private boolean takes(boolean there) {
        if (there) {
            var _ = take();
        }
        return there;
    }

    void expectMark(String mark) throws PromMistake {
        if (!takesMark(mark)) {
            throw mistake("`" + mark + "`");
        }
    }

    /// A duration, or a number of seconds.
    ///
    /// @param zero whether it may be 0
    void expectDuration(boolean zero) throws PromMistake {
        var token = next();
        boolean number = token.kind() == Kind.NUMBER;
        if (!number
                && (token.kind() != Kind.DURATION || !DURATION.matcher(token.text()).matches())) {
            throw mistake("a duration such as 5m");
        }
        var sum = number ? BigInteger.ZERO : millis(token.text());
        boolean none = number ? NOTHING.matcher(token.text()).matches() : sum.signum() == 0;
        if (sum.compareTo(MOST_MILLIS) > 0 || (none && !zero)) {
            throw mistake(none ? "a duration above 0" : "a duration below 292 years");
        }
        var _ = take();
    }

    private static BigInteger millis(String duration) {
        return PART.matcher(duration)
                .results()
                .map(part ->
                        new BigInteger(part.group(1))
                                .multiply(BigInteger.valueOf(millisOf(part.group(2)))))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static long millisOf(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            case "d" -> 86_400_000;
            case "w" -> 604_800_000;
            default -> 31_536_000_000L;
        };
    }

    PromMistake mistake(String wanted) {
        var token = next();
        return new PromMistake(
                "This is not an expression of Prometheus: at character %d there must be %s, not %s."
                        .formatted(
                                token.begin() + 1,
                                wanted,
                                token.kind() == Kind.END
                                        ? "the end"
                                        : "`" + Spelling.shortened(token.text()) + "`"));
    }
}
