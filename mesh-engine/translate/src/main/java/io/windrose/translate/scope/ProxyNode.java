package io.windrose.translate.scope;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.windrose.kernel.Labels;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.registry.Locality;
import io.windrose.translate.scope.ProxyTraits.Interception;
import io.windrose.translate.scope.ProxyTraits.IpFamily;
import io.windrose.translate.scope.ProxyTraits.Role;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/// One proxy, as it introduced itself.
///
/// @param id `type~ip~pod.namespace~dnsDomain`
/// @param pod the name of the Pod or whatever else stands for this instance
/// @param addresses of the workload; at least one
/// @see <a href="https://github.com/istio/istio">Istio</a> `pilot/pkg/model/context.go`
public record ProxyNode(String id, String pod, List<String> addresses, ProxyTraits traits) {

    public ProxyNode {
        addresses = List.copyOf(addresses);
    }

    public String namespace() {
        return traits.namespace();
    }

    /// Reads Istio's form of a node; a problem when the id or the type is not Istio's.
    public static Result<ProxyNode> of(Node node) {
        var parts = node.getId().split("~", -1);
        if (parts.length != 4) {
            return refuse(
                    "node id \"%s\" is not of the form type~ip~pod.namespace~dnsDomain"
                            .formatted(node.getId()));
        }
        return switch (parts[0]) {
            case "sidecar" -> Result.ok(read(node, Role.SIDECAR, parts));
            case "router" -> Result.ok(read(node, Role.GATEWAY, parts));
            default ->
                    refuse(
                            "node type \"%s\" is not supported; sidecar and router are"
                                    .formatted(parts[0]));
        };
    }

    private static Result<ProxyNode> refuse(String message) {
        return Result.err(Problem.error("MESH0601", Place.NOWHERE, message));
    }

    private static ProxyNode read(Node node, Role role, String[] idParts) {
        var metadata = node.getMetadata();
        var podAndNamespace = idParts[2];
        int dot = podAndNamespace.lastIndexOf('.');
        var podOfId = dot < 0 ? podAndNamespace : podAndNamespace.substring(0, dot);
        var namespaceOfId = dot < 0 ? "" : podAndNamespace.substring(dot + 1);
        var namespace = ProxySettings.text(metadata, "NAMESPACE");
        var addresses = addresses(metadata, idParts[1]);
        var traits =
                new ProxyTraits(
                        role,
                        namespace.isEmpty() ? namespaceOfId : namespace,
                        ProxySettings.text(metadata, "WORKLOAD_NAME"),
                        ProxySettings.text(metadata, "SERVICE_ACCOUNT"),
                        labels(metadata),
                        textOr(metadata, "CLUSTER_ID", "Kubernetes"),
                        textOr(metadata, "MESH_ID", "cluster.local"),
                        idParts[3],
                        new Locality(
                                node.getLocality().getRegion(),
                                node.getLocality().getZone(),
                                node.getLocality().getSubZone()),
                        family(addresses),
                        interception(metadata),
                        IstioFilter.knownTo(node),
                        ProxySettings.of(metadata));
        return new ProxyNode(node.getId(), podOfId, addresses, traits);
    }

    private static List<String> addresses(Struct metadata, String addressOfId) {
        var listed =
                Stream.of(ProxySettings.text(metadata, "INSTANCE_IPS").split(","))
                        .map(String::strip)
                        .filter(address -> !address.isEmpty())
                        .toList();
        return listed.isEmpty() ? List.of(addressOfId) : listed;
    }

    private static String textOr(Struct metadata, String key, String otherwise) {
        var text = ProxySettings.text(metadata, key);
        return text.isEmpty() ? otherwise : text;
    }

    private static Labels labels(Struct metadata) {
        var labels = new HashMap<String, String>();
        var struct =
                metadata.getFieldsOrDefault("LABELS", Value.getDefaultInstance()).getStructValue();
        struct.getFieldsMap().forEach((key, value) -> labels.put(key, value.getStringValue()));
        return Labels.of(labels);
    }

    private static IpFamily family(List<String> addresses) {
        boolean v6 = addresses.stream().anyMatch(address -> address.contains(":"));
        boolean v4 = addresses.stream().anyMatch(address -> !address.contains(":"));
        if (v4 && v6) {
            return IpFamily.DUAL;
        }
        return v6 ? IpFamily.V6 : IpFamily.V4;
    }

    private static Interception interception(Struct metadata) {
        return switch (ProxySettings.text(metadata, "INTERCEPTION_MODE")) {
            case "NONE" -> Interception.NONE;
            case "TPROXY" -> Interception.TPROXY;
            default -> Interception.REDIRECT;
        };
    }
}
