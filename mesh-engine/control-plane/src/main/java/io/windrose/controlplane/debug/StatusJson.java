package io.windrose.controlplane.debug;

import io.windrose.controlplane.session.Rejection;
import io.windrose.controlplane.session.ResourceStatus;
import io.windrose.controlplane.session.TypeStatus;
import io.windrose.controlplane.status.ProxyStatus;
import io.windrose.controlplane.status.SyncStatus;
import io.windrose.translate.XdsType;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The JSON of the debug endpoints. Times are ISO 8601; what is absent is an empty string.
final class StatusJson {
    private StatusJson() {}

    /// `{"version":N,"proxies":[{"node":..,"types":{"cds":{..}}}]}`
    static String of(SyncStatus status) {
        return object(
                pair("version", status.version()),
                pair("proxies", array(status.proxies().stream().map(StatusJson::proxy).toList())));
    }

    /// `[{"type":"cds","name":..,"sent":..,"accepted":..}]`
    static String of(List<ResourceStatus> resources) {
        return array(resources.stream().map(StatusJson::resource).toList());
    }

    static String error(String message) {
        return object(pair("error", text(message)));
    }

    private static String proxy(ProxyStatus proxy) {
        var types = new TreeMap<XdsType, TypeStatus>(proxy.session().types());
        return object(
                pair("node", text(proxy.nodeId())),
                pair("name", text(proxy.name())),
                pair("software", text(proxy.software())),
                pair("connection", proxy.connection()),
                pair("connectedAt", text(proxy.connectedAt().toString())),
                pair("offered", proxy.session().offered()),
                pair("acknowledged", proxy.session().acknowledged()),
                pair(
                        "types",
                        types.entrySet().stream()
                                .map(type -> pair(type.getKey().shortName(), type(type.getValue())))
                                .collect(Collectors.joining(",", "{", "}"))));
    }

    private static String type(TypeStatus type) {
        return object(
                pair("sent", type.sent()),
                pair("accepted", type.accepted()),
                pair("sentAt", text(type.sentAt().toString())),
                pair("acceptedAt", text(type.acceptedAt().toString())),
                pair("synced", type.isSynced()),
                pair("rejection", text(type.rejection().map(Rejection::reason).orElse(""))));
    }

    private static String resource(ResourceStatus resource) {
        return object(
                pair("type", text(resource.type().shortName())),
                pair("name", text(resource.name())),
                pair("sent", text(resource.sent().orElse(""))),
                pair("accepted", text(resource.accepted().orElse(""))));
    }

    private static String object(String... pairs) {
        return "{" + String.join(",", pairs) + "}";
    }

    private static String array(Collection<String> values) {
        return "[" + String.join(",", values) + "]";
    }

    /// @param value already JSON, or a number or boolean
    private static String pair(String key, Object value) {
        return text(key) + ":" + value;
    }

    private static String text(String raw) {
        var json = new StringBuilder("\"");
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                default -> {
                    if (c < ' ') {
                        json.append("\\u%04x".formatted((int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"').toString();
    }
}
