package io.windrose.analysis.check.security;

import io.windrose.config.patch.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Objects that repairs add.
final class Documents {

    private Documents() {}

    static Value.Fields mutualTls(String namespace, String name, String host) {
        var tls = fields("tls", fields("mode", new Value.Text("ISTIO_MUTUAL")));
        var spec = new LinkedHashMap<String, Value>();
        spec.put("host", new Value.Text(host));
        spec.put("trafficPolicy", tls);
        return object(
                "networking.istio.io/v1",
                "DestinationRule",
                namespace,
                name,
                new Value.Fields(spec));
    }

    static Value.Fields permissive(String namespace, String name) {
        var mtls = fields("mtls", fields("mode", new Value.Text("PERMISSIVE")));
        return object("security.istio.io/v1", "PeerAuthentication", namespace, name, mtls);
    }

    /// Refuses whoever has no token.
    static Value.Fields requireToken(String namespace, String name, Map<String, String> labels) {
        var source = fields("source", fields("notRequestPrincipals", list(new Value.Text("*"))));
        var spec = new LinkedHashMap<String, Value>();
        if (!labels.isEmpty()) {
            spec.put("selector", selector(labels));
        }
        spec.put("action", new Value.Text("DENY"));
        spec.put("rules", list(fields("from", list(source))));
        return policy(namespace, name, spec);
    }

    /// Lets in whoever calls from the same namespace.
    static Value.Fields allowNamespace(String namespace, String name, Map<String, String> labels) {
        var source = fields("source", fields("namespaces", list(new Value.Text(namespace))));
        var spec = new LinkedHashMap<String, Value>();
        spec.put("selector", selector(labels));
        spec.put("rules", list(fields("from", list(source))));
        return policy(namespace, name, spec);
    }

    private static Value.Fields policy(
            String namespace, String name, SequencedMap<String, Value> spec) {
        return object(
                "security.istio.io/v1",
                "AuthorizationPolicy",
                namespace,
                name,
                new Value.Fields(spec));
    }

    private static Value.Fields selector(Map<String, String> labels) {
        var words = new LinkedHashMap<String, Value>();
        labels.forEach((key, value) -> words.put(key, new Value.Text(value)));
        return fields("matchLabels", new Value.Fields(words));
    }

    private static Value.Fields object(
            String apiVersion, String kind, String namespace, String name, Value spec) {
        var metadata = new LinkedHashMap<String, Value>();
        metadata.put("name", new Value.Text(name));
        metadata.put("namespace", new Value.Text(namespace));
        var object = new LinkedHashMap<String, Value>();
        object.put("apiVersion", new Value.Text(apiVersion));
        object.put("kind", new Value.Text(kind));
        object.put("metadata", new Value.Fields(metadata));
        object.put("spec", spec);
        return new Value.Fields(object);
    }

    static Value.Fields fields(String key, Value value) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put(key, value);
        return new Value.Fields(fields);
    }

    private static Value.Items list(Value item) {
        return new Value.Items(List.of(item));
    }
}
