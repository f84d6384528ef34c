package io.windrose.conformance.analysis;

import io.windrose.conformance.analysis.PolicyWords.Attribute;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random text of policies `p0`, `p1` ... that say who may call the services `s0` and `s1` of
/// namespace `shop`, to which a gateway routes. Pods of `s0` have probes that meet the proxy, those
/// of `s1` are scraped through it.
///
/// @param words of the policies
record Policies(PolicyWords words, String text) {
    private static final List<String> PRINCIPALS =
            List.of(
                    "cluster.local/ns/shop/sa/ann",
                    "cluster.local/ns/shop/sa/bob",
                    "cluster.local/ns/shop/sa/door",
                    "cluster.local/ns/other/sa/ann",
                    "'cluster.local/ns/shop/*'",
                    "'cluster.local/*'",
                    "'*/sa/ann'",
                    "'*'");
    private static final List<String> NAMESPACES = List.of("shop", "other", "'sh*'", "ghost");
    private static final List<String> ACCOUNTS = List.of("ann", "shop/ann", "other/ann");
    private static final List<String> SELECTORS =
            List.of(
                    "",
                    "selector: {matchLabels: {app: s0}}, ",
                    "selector: {matchLabels: {app: s0}}, ",
                    "selector: {matchLabels: {app: s1}}, ",
                    "selector: {matchLabels: {version: v1}}, ",
                    "selector: {matchLabels: {app: s0, version: v1}}, ");
    private static final List<String> MODES = List.of("STRICT", "PERMISSIVE", "DISABLE", "UNSET");

    static Policies any(long seed) {
        var random = new Random(seed);
        var words = PolicyWords.any(random);
        return new Policies(words, new Writer(random, words).mesh());
    }

    private static final class Writer {
        private final Random random;
        private final PolicyWords words;
        private final StringBuilder text = new StringBuilder(PolicyWorld.text());

        Writer(Random random, PolicyWords words) {
            this.random = random;
            this.words = words;
        }

        String mesh() {
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                policy(i);
            }
            if (random.nextInt(2) == 0) {
                peers("istio-system", "all", "");
            }
            if (random.nextInt(3) == 0) {
                peers("shop", "shop", "");
            }
            if (random.nextInt(4) == 0) {
                peers("shop", "s0", "selector: {matchLabels: {app: s0}}, ");
            }
            if (random.nextInt(4) == 0) {
                text.append(
                        """
                        ---
                        apiVersion: security.istio.io/v1
                        kind: RequestAuthentication
                        metadata: {name: tokens, namespace: shop}
                        spec: {selector: {matchLabels: {app: s0}}, jwtRules: [{issuer: me, jwks: "{}"}]}
                        """);
            }
            return text.toString();
        }

        private void policy(int i) {
            var action = one(List.of("ALLOW", "ALLOW", "ALLOW", "DENY", "AUDIT"));
            boolean decides = action.equals("ALLOW") || action.equals("DENY");
            boolean dry = decides && random.nextInt(8) == 0;
            text.append(
                    """
                    ---
                    apiVersion: security.istio.io/v1
                    kind: AuthorizationPolicy
                    metadata: {name: p%d, namespace: %s%s}
                    spec: {%saction: %s%s}
                    """
                            .formatted(
                                    i,
                                    random.nextInt(5) == 0 ? "istio-system" : "shop",
                                    dry ? ", annotations: {istio.io/dry-run: 'true'}" : "",
                                    one(SELECTORS),
                                    action,
                                    rules(action)));
        }

        private void peers(String namespace, String name, String selector) {
            text.append(
                    """
                    ---
                    apiVersion: security.istio.io/v1
                    kind: PeerAuthentication
                    metadata: {name: %s, namespace: %s}
                    spec: {%smtls: {mode: %s}}
                    """
                            .formatted(name, namespace, selector, one(MODES)));
        }

        private String rules(String action) {
            if (action.equals("ALLOW") && random.nextInt(6) == 0) {
                return "";
            }
            var rules = new ArrayList<String>();
            for (int left = 1 + random.nextInt(3); left > 0; left--) {
                rules.add("{" + String.join(", ", rule()) + "}");
            }
            return ", rules: [" + String.join(", ", rules) + "]";
        }

        private List<String> rule() {
            var parts = new ArrayList<String>();
            if (random.nextInt(3) > 0) {
                parts.add("from: [" + items("source", this::source) + "]");
            }
            var operation = operation();
            if (!operation.isEmpty() && random.nextInt(3) > 0) {
                parts.add("to: [" + items("operation", this::operation) + "]");
            }
            if (random.nextInt(4) == 0) {
                parts.add("when: [" + condition() + "]");
            }
            return parts;
        }

        private String items(String name, java.util.function.Supplier<List<String>> item) {
            var items = new ArrayList<String>();
            for (int left = random.nextInt(4) == 0 ? 2 : 1; left > 0; left--) {
                var fields = item.get();
                while (fields.isEmpty()) {
                    fields = item.get();
                }
                items.add("{" + name + ": {" + String.join(", ", fields) + "}}");
            }
            return String.join(", ", items);
        }

        private List<String> source() {
            var fields = new ArrayList<String>();
            switch (random.nextInt(8)) {
                case 0 -> values(fields, "serviceAccounts", ACCOUNTS);
                case 1, 2, 3 -> values(fields, "principals", PRINCIPALS);
                case 4, 5 -> values(fields, "namespaces", NAMESPACES);
                case 6 -> {
                    values(fields, "principals", PRINCIPALS);
                    values(fields, "namespaces", NAMESPACES);
                }
                default -> {
                    if (random.nextInt(3) == 0) {
                        values(fields, "requestPrincipals", List.of("'*'", "me/ann"));
                    }
                }
            }
            if (words.isAsked(Attribute.ADDRESS) && random.nextBoolean()) {
                values(fields, "ipBlocks", Attribute.ADDRESS.rules());
            }
            if (words.isAsked(Attribute.CLIENT) && random.nextBoolean()) {
                values(fields, "remoteIpBlocks", Attribute.CLIENT.rules());
            }
            return fields;
        }

        private List<String> operation() {
            var fields = new ArrayList<String>();
            ask(fields, "methods", Attribute.METHOD);
            ask(fields, "paths", Attribute.PATH);
            ask(fields, "ports", Attribute.PORT);
            ask(fields, "hosts", Attribute.HOST);
            return fields;
        }

        private void ask(List<String> fields, String name, Attribute attribute) {
            if (words.isAsked(attribute) && random.nextInt(3) > 0) {
                values(fields, name, attribute.rules());
            }
        }

        /// Of what must be, must not be, or both.
        private void values(List<String> fields, String name, List<String> words) {
            int kind = random.nextInt(6);
            if (kind != 0) {
                fields.add(name + ": [" + some(words) + "]");
            }
            if (kind < 2) {
                var not = "not" + name.substring(0, 1).toUpperCase(java.util.Locale.ROOT);
                fields.add(not + name.substring(1) + ": [" + some(words) + "]");
            }
        }

        private String condition() {
            if (words.isAsked(Attribute.USER) && random.nextBoolean()) {
                return when("'request.headers[x-user]'", Attribute.USER.rules());
            }
            if (words.isAsked(Attribute.ADDRESS) && random.nextBoolean()) {
                return when("source.ip", Attribute.ADDRESS.rules());
            }
            return switch (random.nextInt(5)) {
                case 0 -> when("'request.auth.claims[role]'", List.of("admin", "'*'"));
                case 1, 2 -> when("source.principal", PRINCIPALS);
                default -> when("source.namespace", NAMESPACES);
            };
        }

        private String when(String key, List<String> words) {
            var field = random.nextInt(3) == 0 ? "notValues" : "values";
            return "{key: %s, %s: [%s]}".formatted(key, field, some(words));
        }

        private String some(List<String> words) {
            var one = one(words);
            return random.nextInt(3) == 0 ? one + ", " + one(words) : one;
        }

        private <T> T one(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
