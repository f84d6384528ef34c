package io.windrose.config.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A rule in the API server's own language, the Common Expression Language.
///
/// @param rule true for what is accepted; `self` is the value
record Expression(String rule, String message) {

    /// Several that hold together, as a definition lists them.
    record All(List<Expression> expressions) {
        static final All NONE = new All(List.of());

        All {
            expressions = List.copyOf(expressions);
        }

        void putInto(Map<String, Object> schema) {
            if (!expressions.isEmpty()) {
                schema.put(
                        "x-kubernetes-validations",
                        expressions.stream().map(Expression::asMap).toList());
            }
        }
    }

    static All ofText(Format format) {
        return switch (format) {
            case DURATION, SECONDS ->
                    one("duration(self) >= duration('1ms')", "This must be at least 1ms.");
            case SELECTOR_VALUE ->
                    one("!self.contains('*')", "Wildcards are not supported in labels.");
            case PROBE_SCHEME ->
                    one("self == '' || self == 'HTTP' || self == 'HTTPS'", "One of HTTP, HTTPS.");
            case HTTP_URL ->
                    one(
                            "url(self).getScheme() in ['http', 'https']",
                            "This must be a URL that begins with http:// or https://.");
            default -> All.NONE;
        };
    }

    static All ofKeys(Format format) {
        return switch (format) {
            case SELECTOR_KEY ->
                    new All(
                            List.of(
                                    new Expression(
                                            "self.all(key, !key.contains('*'))",
                                            "Wildcards are not supported in label keys."),
                                    new Expression(
                                            "self.all(key, key.size() != 0)",
                                            "A label key must not be empty.")));
            case PORT_KEY ->
                    one(
                            "self.all(key, 0 < int(key) && int(key) <= 65535)",
                            "A key is a port from 1 to 65535.");
            case PORT_NAME ->
                    one(
                            "self.all(key, size(key) < 63 &&"
                                    + " key.matches('^[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?$'))",
                            "A key is a name of a port.");
            default -> All.NONE;
        };
    }

    static All of(Shape.Section section) {
        var all = new ArrayList<>(section.expressions());
        for (var rule : section.rules()) {
            switch (rule) {
                case WORKLOAD ->
                        all.add(
                                new Expression(
                                        "(has(self.address) ? self.address : '')"
                                                + ".startsWith('unix://') ? !has(self.ports) : true",
                                        "A unix socket has no ports."));
                case PLUGIN_VARIABLE ->
                        all.add(
                                new Expression(
                                        "(has(self.valueFrom) ? self.valueFrom : '') != 'HOST' ||"
                                                + " !has(self.value)",
                                        "A variable that comes from the HOST has no value."));
                case TAG_OVERRIDE ->
                        all.add(
                                new Expression(
                                        "!has(self.operation) || self.operation != 'REMOVE' ||"
                                                + " !has(self.value)",
                                        "A tag that is removed has no value."));
                default -> {
                    // said by the webhook
                }
            }
        }
        return new All(all);
    }

    private static All one(String rule, String message) {
        return new All(List.of(new Expression(rule, message)));
    }

    private Map<String, Object> asMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("rule", rule);
        map.put("message", message);
        return map;
    }
}
