package io.windrose.config.tree;

import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/// What a scalar is to kubectl, whose reader follows YAML 1.1: `on` and `yes` are booleans, `0777`
/// is octal, `1_000` a number, while dates stay text.
///
/// @see <a href="https://github.com/go-yaml/yaml/tree/v2">go-yaml v2</a> `resolve.go`
public enum ScalarType {
    NULL("null"),
    BOOLEAN("a boolean"),
    INTEGER("a number"),
    DECIMAL("a number"),
    TEXT("text");

    private static final Set<String> NULLS = Set.of("~", "null", "Null", "NULL");
    private static final Set<String> TRUE =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Pattern NUMBERS =
            Pattern.compile(
                    "([-+]?(?:0[bB][01]+|0[xX][0-9a-fA-F]+|0[oO]?[0-7]+|0|[1-9][0-9]*))"
                            + "|[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
                            + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_WORD = 5;
    private static final String BEGINNINGS_OF_NUMBERS = "-+.0123456789_";

    private final String description;

    ScalarType(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    static ScalarType of(ConfigTree.Scalar scalar) {
        return saysItself(scalar) ? ofPlain(scalar.text()) : TEXT;
    }

    /// Whether [#of] is [#NULL].
    static boolean isNull(ConfigTree.Scalar scalar) {
        return scalar.text().length() <= LONGEST_WORD
                && (scalar.text().isEmpty() || NULLS.contains(scalar.text()))
                && saysItself(scalar);
    }

    /// Whether the type follows from the text alone.
    private static boolean saysItself(ConfigTree.Scalar scalar) {
        return switch (scalar.tag()) {
            case "" -> scalar.plain();
            case "tag:yaml.org,2002:str", "!", "tag:yaml.org,2002:binary" -> false;
            default -> true;
        };
    }

    private static ScalarType ofPlain(String text) {
        if (text.isEmpty()) {
            return NULL;
        }
        if (BEGINNINGS_OF_NUMBERS.indexOf(text.charAt(0)) < 0) {
            return text.length() > LONGEST_WORD ? TEXT : ofWord(text);
        }
        return ofNumber(text);
    }

    private static ScalarType ofWord(String text) {
        if (NULLS.contains(text)) {
            return NULL;
        }
        return TRUE.contains(text) || FALSE.contains(text) ? BOOLEAN : TEXT;
    }

    private static ScalarType ofNumber(String text) {
        var digits = text.replace("_", "");
        if (digits.length() > LONGEST_NUMBER) {
            return TEXT;
        }
        var number = NUMBERS.matcher(digits);
        if (!number.matches()) {
            return TEXT;
        }
        return number.group(1) == null ? DECIMAL : INTEGER;
    }

    /// Whether a [#BOOLEAN] is true.
    public static boolean truth(String text) {
        return TRUE.contains(text);
    }

    /// The value of an [#INTEGER].
    public static BigInteger integer(String text) {
        var digits = text.replace("_", "").replace("+", "");
        boolean negative = digits.startsWith("-");
        var unsigned = negative ? digits.substring(1) : digits;
        var value = unsigned(unsigned);
        return negative ? value.negate() : value;
    }

    private static BigInteger unsigned(String digits) {
        if (digits.length() < 2 || digits.charAt(0) != '0') {
            return new BigInteger(digits);
        }
        return switch (Character.toLowerCase(digits.charAt(1))) {
            case 'x' -> new BigInteger(digits.substring(2), 16);
            case 'b' -> new BigInteger(digits.substring(2), 2);
            case 'o' -> new BigInteger(digits.substring(2), 8);
            default -> new BigInteger(digits, 8);
        };
    }
}
