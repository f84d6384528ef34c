package io.windrose.config.syntax;

import java.util.List;
import java.util.Optional;

/// What a function of Prometheus takes.
///
/// @param types of its arguments; further ones have that of the last
/// @param fewest how many arguments it has, as `most`
record PromFunction(String name, List<PromType> types, int fewest, int most, PromType result) {

    /// @param letters one for each argument: `v`, `m`, `s`, `t` for values, a range, a number, a
    ///   text; behind the last one `?` where it may be left out, `*` where there may be any number
    static PromFunction of(String name, String letters, PromType result) {
        boolean optional = letters.endsWith("?");
        boolean any = letters.endsWith("*");
        var types =
                letters.chars()
                        .filter(Character::isLetter)
                        .mapToObj(letter ->
                                switch (letter) {
                                    case 'v' -> PromType.VECTOR;
                                    case 'm' -> PromType.RANGE;
                                    case 's' -> PromType.SCALAR;
                                    default -> PromType.TEXT;
                                })
                        .toList();
        return new PromFunction(
                name,
                types,
                types.size() - (optional || any ? 1 : 0),
                any ? Integer.MAX_VALUE : types.size(),
                result);
    }

    /// What is wrong with what it is called with, as a sentence.
    Optional<String> problem(List<PromType> given) {
        if (given.size() < fewest || given.size() > most) {
            return Optional.of("`%s` takes %s, not %d.".formatted(name, counted(), given.size()));
        }
        for (int i = 0; i < given.size(); i++) {
            var type = types.get(Math.min(i, types.size() - 1));
            if (type != given.get(i)) {
                return Optional.of(type.instead(name, given.get(i)));
            }
        }
        return Optional.empty();
    }

    private String counted() {
        if (fewest == most) {
            return fewest == 1 ? "1 argument" : fewest + " arguments";
        }
        return most == Integer.MAX_VALUE
                ? "at least " + fewest + " arguments"
                : "%d or %d arguments".formatted(fewest, most);
    }
}
