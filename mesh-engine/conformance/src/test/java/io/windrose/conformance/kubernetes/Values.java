package io.windrose.conformance.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Random values by a schema, with words for well-known members that make sense to a mesh.
///
/// @param random where all choices come from
/// @param odd texts that stand here and there where they do not belong, and with them members
///   without those that they ask for; none for documents without a mistake
record Values(SplittableRandom random, List<String> odd) {
    private static final int SELDOM = 25;
    private static final int DEEP = 6;

    /// Items of lists whose members no schema brings together.
    private static final Map<String, List<Object>> WHOLE =
            Map.of(
                    "matchExpressions",
                    List.of(
                            Map.of("key", "app", "operator", "In", "values", List.of("a", "b")),
                            Map.of("key", "app", "operator", "Exists")),
                    "addresses",
                    List.of(
                            Map.of("type", "Hostname", "value", "a.example.com"),
                            Map.of("type", "IPAddress", "value", "10.0.0.1"),
                            Map.of("value", "::1"),
                            Map.of("type", "example.com/a", "value", "x"),
                            Map.of("type", "Hostname")));

    private static final List<String> RULES = List.of("alert", "record");
    private static final Pattern FIELD = Pattern.compile("has\\(self\\.(\\w+)\\)");

    /// Rules by which a value of one member asks for another member.
    private static final List<Pattern> PAIRS =
            List.of(
                    Pattern.compile(
                            "^!\\(!has\\(self\\.(?<to>\\w+)\\) && self\\.(?<of>\\w+) == '(?<is>\\w+)'\\)$"),
                    Pattern.compile(
                            "^self\\.(?<of>\\w+) == '(?<is>\\w+)' \\? has\\(self\\.(?<to>\\w+)\\) : true$"),
                    Pattern.compile(
                            "^!\\(self\\.(?<of>\\w+) == \"(?<is>\\w+)\" && \\(!has\\(self\\.(?<to>\\w+)\\) .*"));

    /// @param name of the member that has the value; of a list's items, that of the list
    Object of(Schema schema, String name, int depth) {
        if (WHOLE.containsKey(name) && schema.text("type").equals("object")) {
            return pick(WHOLE.getOrDefault(name, List.of()));
        }
        return switch (schema.text("type")) {
            case "object" -> map(schema, name, depth);
            case "array" -> list(schema, name, depth);
            case "boolean" -> random.nextBoolean();
            case "integer" -> whole(schema, name);
            case "number" -> random.nextBoolean() ? 1 : 2.5;
            case "" -> random.nextBoolean() ? 8080 : text(schema, name);
            default -> text(schema, name);
        };
    }

    private List<Object> list(Schema schema, String name, int depth) {
        var list = new ArrayList<Object>();
        long most = depth > DEEP ? 1 : Math.min(2, schema.number("maxItems", 2));
        long size = Math.max(schema.number("minItems", 1), 1 + random.nextLong(most));
        for (int i = 0; i < size; i++) {
            list.add(of(schema.in("items"), name, depth + 1));
        }
        return schema.text("x-kubernetes-list-type").equals("set")
                ? list.stream().distinct().toList()
                : list;
    }

    private Map<String, Object> map(Schema schema, String name, int depth) {
        var map = new LinkedHashMap<String, Object>();
        var values = schema.at("additionalProperties");
        if (values.isPresent()) {
            map.put(key(name), of(values.get(), name, depth + 1));
            return map;
        }
        var chosen = chosen(schema, depth);
        schema.properties()
                .forEach((member, one) -> {
                    if (chosen.contains(member)) {
                        map.put(member, of(one, member, depth + 1));
                    }
                });
        pair(map, schema, depth);
        return map;
    }

    /// Gives it the member that the value of another one asks for, and none of its rivals.
    private void pair(Map<String, Object> map, Schema schema, int depth) {
        var pairs =
                schema.rules().stream()
                        .flatMap(rule -> PAIRS.stream().map(one -> one.matcher(rule)))
                        .filter(Matcher::matches)
                        .toList();
        if (isOdd() && !pairs.isEmpty()) {
            return;
        }
        pairs.forEach(one -> map.remove(one.group("to")));
        pairs.stream()
                .filter(one -> one.group("is").equals(map.get(one.group("of"))))
                .map(one -> one.group("to"))
                .forEach(to -> map.put(to, of(schema.in("properties").in(to), to, depth + 1)));
    }

    private String key(String name) {
        return !name.equals("matchLabels") && isOdd() ? pick(odd) : Words.key(name);
    }

    /// Members that may stand together.
    private Set<String> chosen(Schema schema, int depth) {
        var chosen = new LinkedHashSet<>(schema.words("required"));
        var members = schema.properties().keySet();
        int rare = Math.max(depth + 2, members.size() / 3);
        members.stream()
                .filter(member ->
                        random.nextInt(Words.isUsual(member) ? 20 : rare)
                                < (Words.isUsual(member) ? 17 : 1))
                .forEach(chosen::add);
        if (members.containsAll(RULES) && keepOne(RULES, chosen) == 0) {
            chosen.add(RULES.get(random.nextInt(RULES.size())));
        }
        for (var group : schema.list("allOf")) {
            choose(group, chosen);
        }
        choose(schema, chosen);
        for (var rule : schema.rules()) {
            if (rule.endsWith("<= 1") && rule.startsWith("(has")) {
                keepOne(
                        FIELD.matcher(rule).results().map(found -> found.group(1)).toList(),
                        chosen);
            }
        }
        return chosen;
    }

    private void choose(Schema schema, Set<String> chosen) {
        var one = schema.list("oneOf");
        if (!one.isEmpty()) {
            var names = one.stream().flatMap(each -> each.words("required").stream()).toList();
            boolean none = one.stream().anyMatch(each -> each.at("not").isPresent());
            if (keepOne(names, chosen) == 0 && !none && !names.isEmpty()) {
                chosen.add(names.get(random.nextInt(names.size())));
            }
        }
        var any =
                schema.list("anyOf").stream()
                        .flatMap(each -> each.words("required").stream())
                        .toList();
        if (!any.isEmpty() && any.stream().noneMatch(chosen::contains)) {
            chosen.add(any.get(random.nextInt(any.size())));
        }
    }

    private int keepOne(List<String> names, Set<String> chosen) {
        var there = names.stream().filter(chosen::contains).distinct().toList();
        if (there.size() > 1) {
            var kept = there.get(random.nextInt(there.size()));
            there.stream().filter(name -> !name.equals(kept)).forEach(chosen::remove);
        }
        return Math.min(1, there.size());
    }

    private long whole(Schema schema, String name) {
        long least = schema.number("minimum", 0);
        long most = Math.min(schema.number("maximum", least + 100), least + 100);
        return switch (name) {
            case "number", "port", "targetPort" -> 1 + random.nextLong(9_999);
            case "weight" -> 1 + random.nextLong(100);
            case "httpStatus", "status", "redirectCode" ->
                    Math.max(least, 301 + random.nextLong(8));
            default -> least + random.nextLong(Math.max(1, most - least));
        };
    }

    private boolean isOdd() {
        return !odd.isEmpty() && random.nextInt(SELDOM) == 0;
    }

    private String text(Schema schema, String name) {
        if (isOdd()) {
            return pick(odd);
        }
        var words = schema.words("enum");
        if (!words.isEmpty()) {
            return words.get(random.nextInt(words.size()));
        }
        var rules = String.join(" ", schema.rules());
        if (rules.contains("duration(")) {
            return pick(List.of("5s", "100ms", "1h", "1.5s"));
        }
        if (rules.equals("self.size() == 0")) {
            return "";
        }
        return pick(Words.of(name, rules.contains("url("), schema.text("pattern")));
    }

    private <T> T pick(List<T> words) {
        return words.get(random.nextInt(words.size()));
    }
}
