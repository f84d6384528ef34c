package io.windrose.config.decode;

import io.windrose.config.resource.Deployment;
import io.windrose.config.resource.EndpointPort;
import io.windrose.config.resource.EndpointSlice;
import io.windrose.config.resource.KubeEndpoints;
import io.windrose.config.resource.KubeService;
import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.ObjectRef;
import io.windrose.config.resource.Origin;
import io.windrose.config.resource.Pod;
import io.windrose.config.resource.PodSpec;
import io.windrose.config.resource.TlsSecret;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Names;
import io.windrose.config.syntax.Spelling;
import io.windrose.kernel.NamespacedName;
import io.windrose.kernel.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Kubernetes' own kinds, of which only the part is read that matters to a mesh.
final class KubeObjects {
    private static final List<String> SERVICE_TYPES =
            List.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName");
    private static final String TCP = "TCP";

    private KubeObjects() {}

    static KubeService service(ObjectMeta meta, Origin origin, Fields object) {
        var service = service(meta, origin, object, object.sectionOrEmpty("spec"));
        object.ignoring("apiVersion", "kind").end();
        return service;
    }

    private static KubeService service(ObjectMeta meta, Origin origin, Fields object, Fields spec) {
        var type = spec.text("type");
        var addresses = new ArrayList<>(spec.texts("clusterIPs"));
        var address = spec.text("clusterIP");
        if (addresses.isEmpty() && !address.isEmpty()) {
            addresses.add(address);
        }
        boolean headless = addresses.remove("None");
        var external = new ArrayList<>(spec.texts("externalIPs"));
        object.sectionOrEmpty("status")
                .sectionOrEmpty("loadBalancer")
                .list(
                        "ingress",
                        entry ->
                                entry.text("ip").isEmpty()
                                        ? entry.text("hostname")
                                        : entry.text("ip"))
                .forEach(external::add);
        var service =
                new KubeService(
                        meta,
                        origin,
                        type(spec, type),
                        addresses,
                        headless,
                        spec.text("externalName"),
                        spec.list("ports", KubeObjects::servicePort),
                        spec.has("selector")
                                ? Optional.of(Selector.of(spec.textMap("selector")))
                                        .filter(selector -> !selector.selectsAll())
                                : Optional.empty(),
                        spec.flag("publishNotReadyAddresses"),
                        external,
                        spec.text("trafficDistribution"));
        spec.ignoring(
                        "allocateLoadBalancerNodePorts",
                        "externalTrafficPolicy",
                        "healthCheckNodePort",
                        "internalTrafficPolicy",
                        "ipFamilies",
                        "ipFamilyPolicy",
                        "loadBalancerClass",
                        "loadBalancerIP",
                        "loadBalancerSourceRanges",
                        "sessionAffinity",
                        "sessionAffinityConfig")
                .end();
        return service;
    }

    private static KubeService.Type type(Fields spec, String type) {
        spec.suggesting("type", SERVICE_TYPES);
        return switch (type) {
            case "", "ClusterIP" -> KubeService.Type.CLUSTER_IP;
            case "NodePort" -> KubeService.Type.NODE_PORT;
            case "LoadBalancer" -> KubeService.Type.LOAD_BALANCER;
            case "ExternalName" -> KubeService.Type.EXTERNAL_NAME;
            default -> {
                spec.error(Codes.NOT_A_CHOICE, "type", Spelling.notOneOf(type, SERVICE_TYPES));
                yield KubeService.Type.CLUSTER_IP;
            }
        };
    }

    private static KubeService.Port servicePort(Fields fields) {
        if (!fields.has("port")) {
            fields.missing("port");
        }
        int port = fields.port("port");
        var decoded =
                new KubeService.Port(
                        fields.text("name"),
                        protocol(fields),
                        fields.text("appProtocol"),
                        port,
                        targetPort(fields, port),
                        fields.integer("nodePort", 0, Fields.MAX_PORT));
        fields.end();
        return decoded;
    }

    private static KubeService.TargetPort targetPort(Fields fields, int port) {
        if (!fields.has("targetPort")) {
            return new KubeService.TargetPort.Numbered(port);
        }
        if (fields.holdsText("targetPort")) {
            return new KubeService.TargetPort.Named(fields.text("targetPort"));
        }
        int number = fields.integer("targetPort", 0, Fields.MAX_PORT);
        return new KubeService.TargetPort.Numbered(number == 0 ? port : number);
    }

    private static String protocol(Fields fields) {
        var protocol = fields.text("protocol");
        return protocol.isEmpty() ? TCP : protocol;
    }

    static KubeEndpoints endpoints(ObjectMeta meta, Origin origin, Fields object) {
        return new KubeEndpoints(
                meta,
                origin,
                object.list(
                        "subsets",
                        subset ->
                                new KubeEndpoints.Subset(
                                        subset.list("addresses", KubeObjects::address),
                                        subset.list("notReadyAddresses", KubeObjects::address),
                                        subset.list("ports", KubeObjects::endpointPort))));
    }

    private static KubeEndpoints.Address address(Fields fields) {
        var ip = fields.requiredText("ip");
        if (!ip.isEmpty()) {
            Names.addressProblem(ip)
                    .ifPresent(reason -> fields.error(Codes.MALFORMED, "ip", reason));
        }
        return new KubeEndpoints.Address(
                ip, fields.text("hostname"), fields.text("nodeName"), target(fields));
    }

    private static EndpointPort endpointPort(Fields fields) {
        return new EndpointPort(
                fields.text("name"),
                fields.port("port"),
                protocol(fields),
                fields.text("appProtocol"));
    }

    private static Optional<ObjectRef> target(Fields fields) {
        return fields.section(
                "targetRef",
                ref ->
                        new ObjectRef(
                                ref.text("kind"),
                                new NamespacedName(ref.text("namespace"), ref.text("name"))));
    }

    static EndpointSlice endpointSlice(ObjectMeta meta, Origin origin, Fields object) {
        var type = object.requiredText("addressType");
        return new EndpointSlice(
                meta,
                origin,
                type,
                object.list("endpoints", endpoint -> endpoint(endpoint, type)),
                object.list("ports", KubeObjects::endpointPort));
    }

    private static EndpointSlice.Endpoint endpoint(Fields fields, String type) {
        var conditions = fields.sectionOrEmpty("conditions");
        boolean ready = conditions.optionalFlag("ready").orElse(true);
        var addresses = fields.texts("addresses");
        for (int i = 0; i < addresses.size() && type.startsWith("IP"); i++) {
            int at = i;
            Names.addressProblem(addresses.get(i))
                    .ifPresent(reason -> fields.errorAt(Codes.MALFORMED, "addresses", at, reason));
        }
        return new EndpointSlice.Endpoint(
                addresses,
                ready,
                conditions.optionalFlag("serving").orElse(ready),
                conditions.flag("terminating"),
                fields.text("hostname"),
                fields.text("nodeName"),
                fields.text("zone"),
                target(fields));
    }

    static Pod pod(ObjectMeta meta, Origin origin, Fields object) {
        var status = object.sectionOrEmpty("status");
        var ips = new ArrayList<>(status.list("podIPs", entry -> entry.text("ip")));
        var ip = status.text("podIP");
        if (ips.isEmpty() && !ip.isEmpty()) {
            ips.add(ip);
        }
        boolean ready =
                status.list(
                                "conditions",
                                condition ->
                                        condition.text("type").equals("Ready")
                                                && condition.text("status").equals("True"))
                        .contains(true);
        return new Pod(
                meta,
                origin,
                podSpec(object.sectionOrEmpty("spec")),
                controller(object, meta),
                ips,
                status.text("phase"),
                ready);
    }

    private static Optional<ObjectRef> controller(Fields object, ObjectMeta meta) {
        return object
                .sectionOrEmpty("metadata")
                .list(
                        "ownerReferences",
                        owner ->
                                owner.flag("controller")
                                        ? Optional.of(
                                                new ObjectRef(
                                                        owner.text("kind"),
                                                        new NamespacedName(
                                                                meta.namespace(),
                                                                owner.text("name"))))
                                        : Optional.<ObjectRef>empty())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static PodSpec podSpec(Fields spec) {
        var account = spec.text("serviceAccountName");
        var older = account.isEmpty() ? spec.text("serviceAccount") : account;
        return new PodSpec(
                older.isEmpty() ? "default" : older,
                spec.text("nodeName"),
                spec.flag("hostNetwork"),
                spec.list(
                        "containers",
                        container ->
                                new PodSpec.Container(
                                        container.requiredText("name"),
                                        container.text("image"),
                                        container.list(
                                                "ports",
                                                port ->
                                                        new PodSpec.Port(
                                                                port.text("name"),
                                                                port.port("containerPort"),
                                                                protocol(port))))));
    }

    static Deployment deployment(ObjectMeta meta, Origin origin, Fields object) {
        var spec = object.sectionOrEmpty("spec");
        var template = spec.sectionOrEmpty("template");
        return new Deployment(
                meta,
                origin,
                spec.optionalInteger("replicas", 0, Integer.MAX_VALUE).orElse(1),
                Selector.of(spec.sectionOrEmpty("selector").textMap("matchLabels")),
                Metadata.labels(template),
                template.sectionOrEmpty("metadata").textMap("annotations"),
                podSpec(template.sectionOrEmpty("spec")));
    }

    /// @return nothing for a secret that holds no key material of a server or an authority
    static Optional<TlsSecret> secret(ObjectMeta meta, Origin origin, Fields object) {
        var secret =
                new TlsSecret(
                        meta,
                        origin,
                        pem(object, "tls.crt", "cert"),
                        pem(object, "tls.key", "key"),
                        pem(object, "ca.crt", "cacert"));
        boolean empty =
                (secret.certificateChain() + secret.privateKey() + secret.caCertificates())
                        .isEmpty();
        return empty ? Optional.empty() : Optional.of(secret);
    }

    private static String pem(Fields object, String... names) {
        for (var name : names) {
            var plain = object.sectionOrEmpty("stringData").text(name);
            var data = object.sectionOrEmpty("data");
            var encoded = data.text(name);
            if (!plain.isEmpty()) {
                return plain;
            }
            if (!encoded.isEmpty()) {
                try {
                    return new String(
                            Base64.getMimeDecoder().decode(encoded), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException _) {
                    data.error(Codes.MALFORMED, name, "This is not base64.");
                }
            }
        }
        return "";
    }
}
