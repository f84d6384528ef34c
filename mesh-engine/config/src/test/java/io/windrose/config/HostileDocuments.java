package io.windrose.config;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// Documents made to break a reader: bombs, depth, size, encodings, and masses of mistakes.
///
/// @param harmful whether something must be said about it
record HostileDocuments(String name, boolean harmful, Supplier<byte[]> bytes) {

    private static final String SERVICE =
            "apiVersion: v1\nkind: Service\nmetadata: {name: a, namespace: b}\nspec:\n";
    private static final String ROUTES =
            "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec:\n";
    private static final String POLICY =
            "apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: a}\nspec:\n";
    private static final String ENTRY =
            "apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: {name: a}\nspec:\n";
    private static final String HTTP_ROUTE =
            "apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: a}\nspec:\n";
    private static final List<String> PREFIXES =
            List.of("", SERVICE, ROUTES, POLICY, ENTRY, HTTP_ROUTE);

    /// Every text that lists, keys and depths can be made of.
    private static final Map<String, IntFunction<String>> SHAPES = shapes();

    /// @param size how often something is repeated
    static List<HostileDocuments> all(int size) {
        var all = new LinkedHashMap<String, HostileDocuments>();
        encodings(all, size);
        SHAPES.forEach((name, shape) -> {
            text(all, name, true, () -> shape.apply(size));
        });
        for (int i = 1; i < PREFIXES.size(); i++) {
            var prefix = PREFIXES.get(i);
            var kind = prefix.lines().skip(1).findFirst().orElseThrow().substring(6);
            mistakes(all, kind, prefix, size);
        }
        texts(all, size);
        return List.copyOf(all.values());
    }

    private static void text(
            Map<String, HostileDocuments> all,
            String name,
            boolean harmful,
            Supplier<String> text) {
        all.put(
                name,
                new HostileDocuments(
                        name, harmful, () -> text.get().getBytes(StandardCharsets.UTF_8)));
    }

    private static void encodings(Map<String, HostileDocuments> all, int size) {
        var good = "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n";
        for (var name : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "IBM500")) {
            all.put(
                    name,
                    new HostileDocuments(name, true, () -> good.getBytes(Charset.forName(name))));
        }
        var bytes = good.getBytes(StandardCharsets.UTF_8);
        for (int wrong : new int[] {0x80, 0xC0, 0xC3, 0xE2, 0xED, 0xF0, 0xF5, 0xF8, 0xFE, 0xFF}) {
            for (var place : List.of("first", "middle", "last")) {
                int at =
                        switch (place) {
                            case "first" -> 0;
                            case "middle" -> bytes.length / 2;
                            default -> bytes.length;
                        };
                var name = "byte %02x %s".formatted(wrong, place);
                all.put(name, new HostileDocuments(name, true, () -> with(bytes, wrong, at)));
            }
        }
        for (int control : new int[] {0, 1, 7, 8, 0x0B, 0x1B, 0x7F, 0x80, 0x9F, 0xFFFE, 0xFFFF}) {
            var character = Character.toString(control);
            text(
                    all,
                    "control %04x in a value".formatted(control),
                    true,
                    () -> good.replace("name: a", "name: \"a" + character + "\""));
            text(
                    all,
                    "control %04x in a key".formatted(control),
                    true,
                    () -> good.replace("name: a", "na" + character + "me: a"));
        }
        for (int invisible : new int[] {0x202A, 0x202E, 0x2066, 0x2069, 0x200E, 0x200F}) {
            var character = Character.toString(invisible);
            text(
                    all,
                    "direction %04x in a value".formatted(invisible),
                    true,
                    () -> good.replace("name: a", "name: a, labels: {x: \"a" + character + "b\"}"));
            text(
                    all,
                    "direction %04x in a key".formatted(invisible),
                    true,
                    () -> good.replace("name: a", "name: a, \"x" + character + "\": b"));
        }
        text(all, "byte order mark", false, () -> "\uFEFF" + good);
        text(all, "byte order marks", true, () -> "\uFEFF".repeat(size) + good);
        text(all, "byte order mark within", true, () -> good.replace("kind", "\uFEFFkind"));
        text(all, "line ends of old", false, () -> good.replace("\n", "\r"));
        text(all, "surrogate alone", true, () -> good.replace("name: a", "name: \"\\uD800\""));
        text(all, "letters beyond the plane", true, () -> "\uD83D\uDE00".repeat(size));
        text(all, "accents on accents", true, () -> "a" + "\u0301".repeat(size));
        text(all, "nothing", false, () -> "");
        text(all, "blanks", false, () -> " \n".repeat(size));
        text(all, "comments", false, () -> "# a\n".repeat(size));
        text(all, "separators", false, () -> "---\n".repeat(size));
    }

    private static byte[] with(byte[] bytes, int wrong, int at) {
        var out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        out.write(wrong);
        out.write(bytes, at, bytes.length - at);
        return out.toByteArray();
    }

    private static Map<String, IntFunction<String>> shapes() {
        var shapes = new LinkedHashMap<String, IntFunction<String>>();
        shapes.put("lists in flow", n -> "[".repeat(n));
        shapes.put("lists in flow, closed", n -> "[".repeat(n) + "]".repeat(n));
        shapes.put("mappings in flow", n -> "{a: ".repeat(n));
        shapes.put("mappings in flow, closed", n -> "{a: ".repeat(n) + "}".repeat(n));
        shapes.put("keys in flow", n -> "{? ".repeat(n));
        shapes.put("lists in a line", n -> "- ".repeat(n) + "a");
        shapes.put("keys in a line", n -> "? ".repeat(n) + "a");
        shapes.put("flow in flow as keys", n -> "[{".repeat(n));
        shapes.put("depth by lines", HostileDocuments::stairs);
        shapes.put("anchors", n -> "- &a a\n".repeat(n));
        shapes.put("anchors on one value", n -> "&a ".repeat(n) + "a");
        shapes.put("anchor without a value", n -> "a: &" + "b".repeat(n));
        shapes.put("alias to nowhere", n -> "a: *" + "b".repeat(n));
        shapes.put("alias to itself", n -> "a: &a [*a]\n" + "b: *a\n".repeat(n));
        shapes.put("alias to itself by merging", n -> "a: &a\n  <<: *a\n" + "b: *a\n".repeat(n));
        shapes.put("bomb of lists", n -> bomb(n, "[%s]", ", "));
        shapes.put("bomb of mappings", n -> bomb(n, "{x: [%s]}", ", "));
        shapes.put("bomb of merges", HostileDocuments::merges);
        shapes.put(
                "aliases to a long list",
                n -> "a: &a [" + "x,".repeat(n) + "x]\n" + "b%d: *a\n".repeat(n));
        shapes.put("tags", n -> "!".repeat(n) + " a");
        shapes.put("tag of a type", n -> "a: !<" + "t".repeat(n) + "> b");
        shapes.put("tag to make objects", n -> "a: !!javax.script.ScriptEngineManager [" + n + "]");
        shapes.put("directives", n -> "%YAML 1.1\n".repeat(n) + "---\na: b");
        shapes.put("directives of tags", n -> "%TAG ! tag:a,2000:\n".repeat(n) + "---\na: b");
        shapes.put("version of the future", n -> "%YAML " + n + ".9\n---\na: b");
        shapes.put("tabs", n -> "a:\n\t" + "\t".repeat(n) + "b: c");
        shapes.put("tabs before a key", n -> "\ta: b\n".repeat(n));
        shapes.put("quotes without an end", n -> "a: \"" + "b\n".repeat(n));
        shapes.put("apostrophes without an end", n -> "a: '" + "b\n".repeat(n));
        shapes.put("quotes within quotes", n -> "a: '" + "''".repeat(n) + "'");
        shapes.put("escapes", n -> "a: \"" + "\\x41".repeat(n) + "\"");
        shapes.put("escapes that are none", n -> "a: \"" + "\\q".repeat(n) + "\"");
        shapes.put("escapes beyond Unicode", n -> "a: \"" + "\\UFFFFFFFF".repeat(n) + "\"");
        shapes.put("literal", n -> "a: |\n" + "  b\n".repeat(n));
        shapes.put("literal of blank lines", n -> "a: |+\n" + "\n".repeat(n) + "b: c");
        shapes.put("folded", n -> "a: >\n" + "  b\n\n".repeat(n));
        shapes.put("literal far to the right", n -> "a: |9\n" + " ".repeat(n) + "b");
        shapes.put("literal without an indent", n -> "a: |0\n" + " b".repeat(n));
        shapes.put("text of many lines", n -> "a:\n" + "  b\n".repeat(n));
        shapes.put("key of many letters", n -> "k".repeat(n) + ": v");
        shapes.put("key of many letters, said to be one", n -> "? " + "k".repeat(n) + "\n: v");
        shapes.put("key of many lines", n -> "? |\n" + "  k\n".repeat(n) + ": v");
        shapes.put("key without a colon", n -> "a: b\n" + "k".repeat(n));
        shapes.put("colons", n -> ":".repeat(n));
        shapes.put("colons and blanks", n -> ": ".repeat(n));
        shapes.put("dashes", n -> "-".repeat(n));
        shapes.put("commas", n -> "[" + ",".repeat(n) + "]");
        shapes.put("brackets that close", n -> "]".repeat(n));
        shapes.put("percent", n -> "%".repeat(n));
        shapes.put("at", n -> "@".repeat(n));
        shapes.put("backticks", n -> "`".repeat(n));
        shapes.put("keys of one letter", n -> "{" + "a: b, ".repeat(n) + "}");
        shapes.put("documents that are no objects", n -> "--- a\n".repeat(n));
        shapes.put("documents that end", n -> "...\n".repeat(n) + "a: b");
        shapes.put("documents of another kind", n -> "---\nkind: x\n".repeat(n));
        shapes.put("list of nothing", n -> "-\n".repeat(n));
        shapes.put("keys of nothing", n -> "?\n".repeat(n));
        shapes.put("list that is a document", n -> "- a\n".repeat(n));
        shapes.put("JSON of lists", n -> "{\"a\": [" + "[],".repeat(n) + "[]]}");
        shapes.put("JSON in a line", n -> "{" + "\"a\": {\"b\": [1, 2]}, ".repeat(n) + "}");
        shapes.put("JSON without an end", n -> "{\"a\": ".repeat(n));
        shapes.put("HTML", n -> "<!DOCTYPE html><html>" + "<br>".repeat(n));
        shapes.put("a script", n -> "#!/bin/sh\n" + "echo $(x)\n".repeat(n));
        shapes.put("a template of Helm", n -> "{{- range .Values }}\n".repeat(n) + "{{- end }}");
        shapes.put("one word", n -> "x".repeat(n));
        shapes.put("one word with blanks", n -> "x ".repeat(n));
        shapes.put("blanks behind a word", n -> "x" + " ".repeat(n) + ": y");
        return shapes;
    }

    private static String stairs(int size) {
        var text = new StringBuilder();
        for (int depth = 0; depth < Math.min(size, 2_000); depth++) {
            text.append(" ".repeat(depth)).append("a:\n");
        }
        return text.toString();
    }

    private static String bomb(int size, String list, String between) {
        var text = new StringBuilder("a0: &a0 " + list.formatted("x, x, x, x, x, x, x, x, x"));
        for (int i = 1; i <= Math.min(size, 60); i++) {
            var before = ("*a" + (i - 1) + between).repeat(8) + "*a" + (i - 1);
            text.append("\na%d: &a%d %s".formatted(i, i, list.formatted(before)));
        }
        return text.toString();
    }

    private static String merges(int size) {
        var text = new StringBuilder("a0: &a0 {k: v}");
        for (int i = 1; i <= Math.min(size, 60); i++) {
            var before = ("*a" + (i - 1) + ", ").repeat(8) + "*a" + (i - 1);
            text.append("\na%d: &a%d {<<: [%s], k%d: v}".formatted(i, i, before, i));
        }
        return text.toString();
    }

    /// Masses of mistakes in an object of some kind.
    private static void mistakes(
            Map<String, HostileDocuments> all, String kind, String prefix, int size) {
        text(all, kind + ": unknown fields", true, () -> prefix + numbered("  f%d: 1\n", size));
        text(all, kind + ": one field again", true, () -> prefix + "  hosts: 1\n".repeat(size));
        text(
                all,
                kind + ": labels",
                true,
                () ->
                        prefix.replace(
                                "name: a",
                                "name: a, labels: {" + numbered("'-%d': '*', ", size) + "}"));
        text(
                all,
                kind + ": a long name",
                true,
                () -> prefix.replace("name: a", "name: " + "a.".repeat(size)));
        text(
                all,
                kind + ": a list for a name",
                true,
                () -> prefix.replace("name: a", "name: [" + "a,".repeat(size) + "]"));
        text(all, kind + ": no mapping below", true, () -> prefix + "- x\n".repeat(size));
        text(
                all,
                kind + ": itself below",
                true,
                () -> prefix.replace("spec:", "spec: &s") + "  hosts: *s\n");
        for (var field : List.of("hosts", "http", "ports", "rules", "endpoints", "parentRefs")) {
            var key = prefix + "  " + field + ":\n";
            text(
                    all,
                    kind + ": " + field + " of numbers",
                    true,
                    () -> key + "  - 1\n".repeat(size));
            text(
                    all,
                    kind + ": " + field + " of wrong mappings",
                    true,
                    () -> key + numbered("  - {name: 1, x%d: y, port: z, match: 7}\n", size));
        }
    }

    /// One long text where a pattern looks at it.
    private static void texts(Map<String, HostileDocuments> all, int size) {
        var fields =
                Map.of(
                        "host", ROUTES + "  hosts: ['%s']\n",
                        "timeout", ROUTES + "  http: [{timeout: '%s'}]\n",
                        "gateway", ROUTES + "  hosts: [a]\n  gateways: ['%s']\n",
                        "expression",
                                ROUTES
                                        + "  hosts: [a]\n  http: [{match: [{uri: {regex: '%s'}}]}]\n",
                        "address", ENTRY + "  hosts: [a.b]\n  addresses: ['%s']\n",
                        "hostname", HTTP_ROUTE + "  hostnames: ['%s']\n",
                        "path", POLICY + "  rules: [{to: [{operation: {paths: ['%s']}}]}]\n",
                        "kind", "apiVersion: networking.istio.io/v1\nkind: '%s'\n",
                        "version", "apiVersion: '%s'\nkind: VirtualService\n",
                        "number", ROUTES + "  http: [{timeout: 1s, retries: {attempts: %s}}]\n");
        var texts =
                Map.<String, String>of(
                        "dots",
                        "a.".repeat(size) + "-",
                        "colons",
                        ":".repeat(size),
                        "digits",
                        "9".repeat(size),
                        "groups",
                        "(".repeat(200) + ")*".repeat(200),
                        "repeats",
                        "((((a{100}){100}){100}){100}){100}",
                        "choices",
                        "(a|aa)+".repeat(100) + "$",
                        "exponent",
                        "1e" + "9".repeat(Math.min(size, 50)),
                        "percent",
                        "%s%n%d".repeat(size));
        fields.forEach((field, document) ->
                texts.forEach((name, value) ->
                        text(
                                all,
                                field + " of " + name,
                                !field.equals("path"),
                                () -> document.replace("%s", value))));
    }

    private static String numbered(String format, int size) {
        var text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            text.append(format.replace("%d", Integer.toString(i)));
        }
        return text.toString();
    }
}
