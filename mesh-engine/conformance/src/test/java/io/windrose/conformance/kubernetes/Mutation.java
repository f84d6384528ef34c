package io.windrose.conformance.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// One change somewhere in a value of JSON: a member is lost, misspelled or new, or a value is of
/// another type or out of its range.
///
/// @param words some texts that may take the place of a value; may be empty
record Mutation(SplittableRandom random, List<String> words) {

    /// @param schema of the value, which knows the members that may be added
    @Nullable Object of(@Nullable Object value, Schema schema) {
        return value(value, schema, 0);
    }

    private @Nullable Object value(@Nullable Object value, Schema schema, int depth) {
        boolean further = depth < 2 || random.nextInt(4) > 0;
        if (value instanceof Map<?, ?> map && further && (!map.isEmpty() || depth == 0)) {
            return map(map, schema, depth);
        }
        if (value instanceof List<?> list && further && !list.isEmpty()) {
            return list(list, schema, depth);
        }
        return other(value);
    }

    private Object map(Map<?, ?> map, Schema schema, int depth) {
        var copy = new LinkedHashMap<Object, @Nullable Object>(map);
        var keys = new ArrayList<Object>(map.keySet());
        var members = new ArrayList<>(schema.properties().keySet());
        members.removeAll(keys);
        int choice = random.nextInt(8);
        if (keys.isEmpty() || (choice == 0 && !members.isEmpty())) {
            var name = members.isEmpty() ? "other" : members.get(random.nextInt(members.size()));
            var added = schema.properties().get(name);
            copy.put(name, added == null ? "x" : new Values(random, List.of()).of(added, name, 5));
            return copy;
        }
        var key = key(map, keys);
        switch (choice) {
            case 1 -> copy.remove(key);
            case 2 -> copy.put(key + "x", copy.remove(key));
            default -> {
                var inner =
                        schema.at("additionalProperties")
                                .or(() ->
                                        schema.at("properties")
                                                .flatMap(all -> all.at((String) key)))
                                .orElse(schema);
                copy.put(key, value(map.get(key), inner, depth + 1));
            }
        }
        return copy;
    }

    /// With words, one beneath which much stands is as likely as all of that.
    private Object key(Map<?, ?> map, List<Object> keys) {
        if (words.isEmpty()) {
            return keys.get(random.nextInt(keys.size()));
        }
        int left = random.nextInt(size(map) - 1);
        for (var key : keys) {
            left -= size(map.get(key));
            if (left < 0) {
                return key;
            }
        }
        return keys.getLast();
    }

    private static int size(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> 1 + map.values().stream().mapToInt(Mutation::size).sum();
            case List<?> list -> 1 + list.stream().mapToInt(Mutation::size).sum();
            case null, default -> 1;
        };
    }

    private List<@Nullable Object> list(List<?> list, Schema schema, int depth) {
        var copy = new ArrayList<@Nullable Object>(list);
        int at = random.nextInt(copy.size());
        if (random.nextInt(6) == 0) {
            copy.add(copy.get(at));
        } else {
            copy.set(at, value(copy.get(at), schema.at("items").orElse(schema), depth + 1));
        }
        return copy;
    }

    private @Nullable Object other(@Nullable Object value) {
        int choice = random.nextInt(words.isEmpty() ? 14 : 20);
        if (choice >= 14) {
            return words.get(random.nextInt(words.size()));
        }
        return switch (choice) {
            case 0 -> null;
            case 1 -> List.of();
            case 2 -> Map.of("x", "y");
            case 3 -> Map.of();
            case 4 -> -1;
            case 5 -> 1.5;
            case 6 -> 0;
            case 7 -> 70_000;
            case 8 -> 99_999_999_999L;
            case 9 -> true;
            case 10 -> "";
            case 11 -> "*";
            case 12 -> String.valueOf(value).repeat(80);
            default -> value + "x";
        };
    }
}
