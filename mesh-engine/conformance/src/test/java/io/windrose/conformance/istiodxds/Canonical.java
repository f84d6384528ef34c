package io.windrose.conformance.istiodxds;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// JSON in the one form in which equal settings have equal text: without what is free by the README
/// of the golden files, keys sorted, and sorted where order does not count.
final class Canonical {
    /// Istio's own affair, or without effect on traffic.
    private static final Set<String> FREE =
            Set.of(
                    "statPrefix",
                    "altStatName",
                    "runtimeKey",
                    "sdsConfig",
                    "typedDnsResolverConfig",
                    "dnsJitter",
                    "requestIdExtension",
                    "proxy100Continue");

    private static final Set<String> FREE_ALPN =
            Set.of("istio-http/1.0", "istio-http/1.1", "istio-h2");

    private static final Set<String> UNORDERED =
            Set.of(
                    "domains",
                    "headers",
                    "queryParameters",
                    "clusters",
                    "lbEndpoints",
                    "matchSubjectAltNames",
                    "serverNames",
                    "applicationProtocols",
                    "prefixRanges");

    private static final Set<String> ORDERED_WITHIN_ONE_HEADER =
            Set.of("requestHeadersToAdd", "responseHeadersToAdd");

    private Canonical() {}

    static String text(JsonElement element) {
        return of("", element).toString();
    }

    static JsonElement of(String key, JsonElement element) {
        if (element.isJsonObject()) {
            return object(element.getAsJsonObject());
        }
        if (element.isJsonArray()) {
            return array(key, element.getAsJsonArray());
        }
        return isNumber(element) ? number(element.getAsBigDecimal()) : element;
    }

    private static boolean isNumber(JsonElement element) {
        return element.isJsonPrimitive() && element.getAsJsonPrimitive().isNumber();
    }

    /// `100.0` is `100`: printers of protobuf differ in how they write doubles.
    private static JsonPrimitive number(BigDecimal value) {
        return new JsonPrimitive(new BigDecimal(value.stripTrailingZeros().toPlainString()));
    }

    /// Whether `filter`, by its name, is one of Istio's own.
    static boolean isIstioFilter(JsonElement filter) {
        return filter.isJsonObject()
                && filter.getAsJsonObject().has("name")
                && filter.getAsJsonObject().get("name").getAsString().startsWith("istio.");
    }

    private static JsonObject object(JsonObject object) {
        var sorted = new TreeMap<String, JsonElement>();
        for (var entry : object.entrySet()) {
            if (!isFree(object, entry.getKey(), entry.getValue())) {
                sorted.put(entry.getKey(), of(entry.getKey(), entry.getValue()));
            }
        }
        var result = new JsonObject();
        sorted.forEach(result::add);
        return result;
    }

    private static boolean isFree(JsonObject parent, String key, JsonElement value) {
        if (key.equals("metadata")) {
            return value.isJsonObject() && value.getAsJsonObject().has("filterMetadata");
        }
        // A match that says nothing is the same as no match.
        boolean emptyMatch =
                key.equals("filterChainMatch")
                        && value.isJsonObject()
                        && value.getAsJsonObject().size() == 0;
        boolean nameOfChain = key.equals("name") && parent.has("filters");
        return FREE.contains(key) || emptyMatch || nameOfChain;
    }

    private static JsonArray array(String key, JsonArray array) {
        var elements = new ArrayList<JsonElement>();
        for (var element : array) {
            boolean free =
                    isIstioFilter(element)
                            || (key.equals("alpnProtocols")
                                    && FREE_ALPN.contains(element.getAsString()));
            if (!free) {
                elements.add(of("", element));
            }
        }
        sort(key, elements);
        var result = new JsonArray();
        elements.forEach(result::add);
        return result;
    }

    private static void sort(String key, List<JsonElement> elements) {
        if (UNORDERED.contains(key)) {
            elements.sort(Comparator.comparing(JsonElement::toString));
        } else if (ORDERED_WITHIN_ONE_HEADER.contains(key)) {
            elements.sort(Comparator.comparing(Canonical::headerKey));
        }
    }

    private static String headerKey(JsonElement option) {
        var header = option.getAsJsonObject().getAsJsonObject("header");
        return header == null ? "" : header.getAsJsonPrimitive("key").getAsString();
    }
}
