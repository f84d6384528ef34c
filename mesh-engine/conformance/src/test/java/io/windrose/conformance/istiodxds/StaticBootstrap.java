package io.windrose.conformance.istiodxds;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Everything that a proxy is sent, as the configuration file of an Envoy that asks nobody: route
/// configurations stand in the listeners that refer to them.
final class StaticBootstrap {
    private static final String FRAME =
            """
            {"node": {"id": "validated", "cluster": "validated"},
             "dynamicResources": {"adsConfig": {
               "apiType": "GRPC", "transportApiVersion": "V3",
               "grpcServices": [{"envoyGrpc": {"clusterName": "xds-grpc"}}]}},
             "staticResources": {}}
            """;

    private StaticBootstrap() {}

    /// @param resources by the types' short names; changed on the way
    static String of(JsonObject resources) {
        var routes = new HashMap<String, JsonElement>();
        for (var routing : resources.getAsJsonArray("rds")) {
            routes.put(routing.getAsJsonObject().get("name").getAsString(), routing);
        }
        var clusters = resources.getAsJsonArray("cds");
        for (var name : List.of("xds-grpc", "sds-grpc")) {
            clusters.add(nowhere(name));
        }
        var listeners = resources.get("lds");
        putIn(routes, listeners);
        var bootstrap = JsonParser.parseString(FRAME).getAsJsonObject();
        var content = bootstrap.getAsJsonObject("staticResources");
        content.add("clusters", clusters);
        content.add("listeners", listeners);
        return bootstrap.toString();
    }

    /// Where secrets and endpoints would be asked for, if anything were asked.
    private static JsonElement nowhere(String name) {
        var json =
                """
                {"name": "%1$s", "type": "STATIC",
                 "loadAssignment": {"clusterName": "%1$s", "endpoints": [{"lbEndpoints": [{"endpoint":
                   {"address": {"socketAddress": {"address": "127.0.0.1", "portValue": 1}}}}]}]},
                 "typedExtensionProtocolOptions": {
                   "envoy.extensions.upstreams.http.v3.HttpProtocolOptions": {
                     "@type": "type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions",
                     "explicitHttpConfig": {"http2ProtocolOptions": {}}}}}
                """
                        .formatted(name);
        return JsonParser.parseString(json);
    }

    private static void putIn(Map<String, JsonElement> routes, JsonElement element) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(child -> putIn(routes, child));
        } else if (element.isJsonObject()) {
            var object = element.getAsJsonObject();
            if (object.remove("rds") instanceof JsonObject rds) {
                var name = rds.get("routeConfigName").getAsString();
                if (!routes.containsKey(name)) {
                    throw new AssertionError("a listener refers to " + name + ", not in " + routes);
                }
                object.add("routeConfig", routes.get(name));
            }
            object.entrySet().forEach(child -> putIn(routes, child.getValue()));
        }
    }
}
