package io.windrose.conformance.authz;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Filters as nested maps and lists in the one form in which equal meaning is equal: groups of one
/// unwrapped, groups sorted, defaults and names of statistics left out.
final class BooleanTerms {
    private static final Set<String> FREE = Set.of("statPrefix", "shadowRulesStatPrefix");
    private static final Set<String> GROUPS = Set.of("orRules", "orIds", "andRules", "andIds");

    private BooleanTerms() {}

    static Object canonical(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map(map);
            case List<?> list -> list.stream().map(BooleanTerms::canonical).toList();
            case Number number -> number.doubleValue();
            default -> value;
        };
    }

    private static Object map(Map<?, ?> map) {
        var out = new TreeMap<String, Object>();
        map.forEach((key, value) -> {
            var name = String.valueOf(key);
            if (!FREE.contains(name) && !Boolean.FALSE.equals(value)) {
                out.put(name, GROUPS.contains(name) ? members(value) : canonical(value));
            }
        });
        if (out.size() == 1
                && GROUPS.contains(out.firstKey())
                && out.firstEntry().getValue() instanceof List<?> members
                && members.size() == 1) {
            return members.getFirst();
        }
        return out;
    }

    private static List<?> members(Object group) {
        if (group instanceof Map<?, ?> named
                && named.values().iterator().next() instanceof List<?> members) {
            return members.stream()
                    .map(BooleanTerms::canonical)
                    .sorted(Comparator.comparing(Object::toString))
                    .toList();
        }
        throw new IllegalArgumentException("not a group: " + group);
    }
}
