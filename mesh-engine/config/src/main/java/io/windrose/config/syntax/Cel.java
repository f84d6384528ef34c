package io.windrose.config.syntax;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a text is an expression of CEL: its grammar and how macros are used, which is what Istio
/// asks of it, and not types.
///
/// One instance per text; the depth of an expression is bounded.
///
/// @see <a href="https://github.com/google/cel-spec/blob/master/doc/langdef.md">CEL's grammar</a>
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pkg/config/validation/validation_istiod.go`, `validateTelemetryFilter`, which parses
public final class Cel {
    private static final int MAX_DEPTH = 200;
    private static final int LONGEST = 20_000;
    private static final Pattern BLANKS = Pattern.compile("(?:[ \\t\\r\\n\\f]++|//[^\\n]*+)*+");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*+");
    private static final Pattern NUMBER =
            Pattern.compile(
                    "0x[0-9a-fA-F]++[uU]?|[0-9]*+\\.[0-9]++(?:[eE][-+]?[0-9]++)?"
                            + "|[0-9]++[eE][-+]?[0-9]++|[0-9]++[uU]?");
    private static final String ESCAPE =
            "\\\\(?:[abfnrtv\"'`?\\\\]|[0-3][0-7]{2}|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}"
                    + "|U00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})";
    private static final Pattern TEXT =
            Pattern.compile(
                    "[bB]?[rR](?:\"\"\"(?s:.)*?\"\"\"|'''(?s:.)*?'''|\"[^\"\\n\\r]*+\"|'[^'\\n\\r]*+')"
                            + "|[bB]?(?:\"\"\"(?:[^\\\\\"]|ESC|\"(?!\"\"))*+\"\"\""
                                    .replace("ESC", ESCAPE)
                            + "|'''(?:[^\\\\']|ESC|'(?!''))*+'''".replace("ESC", ESCAPE)
                            + "|\"(?:[^\\\\\"\\n\\r]|ESC)*+\"".replace("ESC", ESCAPE)
                            + "|'(?:[^\\\\'\\n\\r]|ESC)*+')".replace("ESC", ESCAPE));
    private static final Pattern BETWEEN =
            Pattern.compile("[|]{2}|&&|[<>]=?|[!=]=|in(?![a-zA-Z0-9_])|[-+*/%]");
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");
    private static final Set<String> RESERVED =
            Set.of(
                    ("as break const continue else for function if import in let loop package"
                                    + " namespace return var void while")
                            .split(" "));
    private static final Set<String> LOOPS = Set.of("all", "exists", "exists_one", "map", "filter");

    private final String text;
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final Set<String> variables = new HashSet<>();
    private int at;
    private int depth;

    private Cel(String text) {
        this.text = text;
    }

    /// What became of a text.
    ///
    /// @param fault empty for an expression
    /// @param names that the expression gets from outside, each with the offset of its first use,
    ///   in that order; functions are not among them
    public record Parsed(Optional<Fault> fault, Map<String, Integer> names) {}

    /// @param at offset in the text, its length at most
    /// @param message a sentence
    public record Fault(int at, String message) {}

    public static Parsed parse(String text) {
        var cel = new Cel(text);
        try {
            if (text.length() > LONGEST) {
                throw new NotCel(0, "it is longer than %d characters".formatted(LONGEST));
            }
            var _ = cel.expression();
            if (cel.at < text.length()) {
                throw cel.unexpected("an operator or the end");
            }
        } catch (NotCel fault) {
            return new Parsed(Optional.of(new Fault(fault.at, fault.sentence)), Map.of());
        }
        cel.names.keySet().removeAll(cel.variables);
        return new Parsed(Optional.empty(), cel.names);
    }

    /// What an expression is.
    private enum Operand {
        NAME,
        /// Names with dots between them.
        NAMES,
        SELECTION,
        OTHER
    }

    private Operand expression() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw new NotCel(at, "it is nested deeper than %d levels".formatted(MAX_DEPTH));
        }
        var operand = disjunction();
        if (skip("?")) {
            disjunction();
            require(":");
            expression();
            operand = Operand.OTHER;
        }
        depth--;
        return operand;
    }

    private Operand disjunction() {
        var first = operand();
        boolean alone = true;
        while (skip(BETWEEN)) {
            operand();
            alone = false;
        }
        return alone ? first : Operand.OTHER;
    }

    private Operand operand() {
        var sign = skip("!") ? "!" : skip("-") ? "-" : "";
        if (sign.isEmpty()) {
            return member();
        }
        while (skip(sign)) {
            // any number of them
        }
        boolean number = sign.equals("!") && skip("-");
        if (number && !peek(NUMBER)) {
            throw unexpected("a number");
        }
        member();
        return Operand.OTHER;
    }

    private Operand member() {
        var operand = primary();
        while (true) {
            if (skip(".")) {
                int start = at;
                var name = name("the name of a field");
                if (CONSTANTS.contains(name) || name.equals("in")) {
                    throw new NotCel(start, "`%s` is a reserved word".formatted(name));
                }
                if (peek("(")) {
                    call(name, start, LOOPS.contains(name) ? Macro.LOOP : Macro.NONE);
                    operand = Operand.OTHER;
                } else {
                    boolean names = operand == Operand.NAME || operand == Operand.NAMES;
                    operand = names ? Operand.NAMES : Operand.SELECTION;
                }
            } else if (skip("[")) {
                expression();
                require("]");
                operand = Operand.OTHER;
            } else if (operand.compareTo(Operand.NAMES) <= 0 && skip("{")) {
                fields();
                operand = Operand.OTHER;
            } else {
                return operand;
            }
        }
    }

    private Operand primary() {
        blanks();
        int start = at;
        if (skip("(")) {
            expression();
            require(")");
        } else if (skip("[")) {
            list("]");
        } else if (skip("{")) {
            entries();
        } else if (skip(TEXT) || number()) {
            return Operand.OTHER;
        } else {
            boolean absolute = skip(".");
            start = absolute ? at : start;
            var name = name("an operand");
            if (CONSTANTS.contains(name)) {
                return Operand.OTHER;
            }
            if (RESERVED.contains(name)) {
                throw new NotCel(start, "`%s` is a reserved word".formatted(name));
            }
            if (peek("(")) {
                call(name, start, !absolute && name.equals("has") ? Macro.HAS : Macro.NONE);
                return Operand.OTHER;
            }
            names.putIfAbsent(name, start);
            return Operand.NAME;
        }
        return Operand.OTHER;
    }

    private boolean number() {
        int start = at;
        var word = NUMBER.matcher(text).region(at, text.length());
        if (!word.lookingAt()) {
            return false;
        }
        at = word.end();
        blanks();
        var digits = word.group();
        boolean unsigned = digits.endsWith("u") || digits.endsWith("U");
        boolean hex = digits.startsWith("0x");
        if (hex || digits.chars().allMatch(c -> Character.isDigit(c) || c == 'u' || c == 'U')) {
            var value = digits.substring(hex ? 2 : 0, digits.length() - (unsigned ? 1 : 0));
            int bits = new BigInteger(value, hex ? 16 : 10).bitLength();
            if (bits > (unsigned ? Long.SIZE : Long.SIZE - 1)) {
                throw new NotCel(start, "a whole number has at most 64 bits");
            }
        }
        return true;
    }

    /// What a function is besides.
    private enum Macro {
        NONE,
        /// With a variable as its first argument.
        LOOP,
        /// With a field as its only argument.
        HAS
    }

    private void call(String function, int start, Macro macro) {
        require("(");
        int arguments = 0;
        var first = Operand.OTHER;
        var variable = "";
        if (!skip(")")) {
            do {
                var word = NAME.matcher(text).region(at, text.length());
                var operand = expression();
                if (arguments == 0) {
                    first = operand;
                    variable = word.lookingAt() ? word.group() : "";
                }
                arguments++;
            } while (skip(","));
            require(")");
        }
        boolean loop =
                macro == Macro.LOOP
                        && (arguments == 2 || (arguments == 3 && function.equals("map")));
        if (loop && first != Operand.NAME) {
            throw new NotCel(start, "`%s` names a variable first".formatted(function));
        }
        if (loop) {
            variables.add(variable);
        }
        boolean field = first == Operand.NAMES || first == Operand.SELECTION;
        if (macro == Macro.HAS && arguments == 1 && !field) {
            throw new NotCel(start, "`has` asks for a field, as in has(request.headers)");
        }
    }

    private void list(String end) {
        if (skip(",")) {
            require(end);
            return;
        }
        while (!skip(end)) {
            expression();
            if (!skip(",")) {
                require(end);
                return;
            }
        }
    }

    private void entries() {
        if (skip(",")) {
            require("}");
            return;
        }
        while (!skip("}")) {
            expression();
            require(":");
            expression();
            if (!skip(",")) {
                require("}");
                return;
            }
        }
    }

    private void fields() {
        while (!skip("}")) {
            name("the name of a field");
            require(":");
            expression();
            if (!skip(",")) {
                require("}");
                return;
            }
        }
    }

    private String name(String wanted) {
        var word = NAME.matcher(text).region(at, text.length());
        if (!word.lookingAt()) {
            throw unexpected(wanted);
        }
        at = word.end();
        blanks();
        return word.group();
    }

    private void require(String word) {
        if (!skip(word)) {
            throw unexpected("`%s`".formatted(word));
        }
    }

    private boolean skip(String word) {
        blanks();
        if (!text.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        blanks();
        return true;
    }

    private boolean skip(Pattern pattern) {
        blanks();
        var matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        at = matcher.end();
        blanks();
        return true;
    }

    private boolean peek(String word) {
        return text.startsWith(word, at);
    }

    private boolean peek(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length()).lookingAt();
    }

    private void blanks() {
        var matcher = BLANKS.matcher(text).region(at, text.length());
        if (matcher.lookingAt()) {
            at = matcher.end();
        }
    }

    private NotCel unexpected(String wanted) {
        if (at >= text.length()) {
            return new NotCel(at, "it ends where %s is expected".formatted(wanted));
        }
        var word = NAME.matcher(text).region(at, text.length());
        var found = word.lookingAt() ? word.group() : Character.toString(text.codePointAt(at));
        return new NotCel(
                at,
                "`%s` stands where %s is expected".formatted(Spelling.shortened(found), wanted));
    }

    /// Never leaves [#parse].
    private static final class NotCel extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int at;
        private final String sentence;

        NotCel(int at, String reason) {
            super(reason, null, false, false);
            this.at = at;
            sentence = "This is not CEL: %s.".formatted(reason);
        }
    }
}
