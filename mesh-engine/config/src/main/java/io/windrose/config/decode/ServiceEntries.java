package io.windrose.config.decode;

import io.windrose.config.resource.ObjectMeta;
import io.windrose.config.resource.Origin;
import io.windrose.config.resource.ServiceEntry;
import io.windrose.config.resource.ServiceEntry.Resolution;
import io.windrose.config.resource.WorkloadEntry;
import io.windrose.config.resource.WorkloadSpec;
import io.windrose.config.syntax.Addresses;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Names;
import io.windrose.config.syntax.Spelling;
import io.windrose.kernel.Selector;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// ServiceEntries, and the workloads outside Kubernetes that stand behind them.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pkg/config/validation/validation.go`
final class ServiceEntries {
    private static final int MAX_HOSTS = 256;
    private static final int MAX_ENDPOINTS = 4096;
    private static final String UNIX = "unix://";
    private static final Pattern PORT_NAME =
            Pattern.compile("[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?");
    private static final Set<String> PROTOCOLS =
            Set.of(
                    "HTTP",
                    "HTTPS",
                    "GRPC",
                    "GRPC-WEB",
                    "HTTP2",
                    "HTTP_PROXY",
                    "MONGO",
                    "TCP",
                    "TLS",
                    "REDIS",
                    "MYSQL",
                    "UDP",
                    "HBONE");
    private static final Set<String> DYNAMIC_PROTOCOLS = Set.of("HTTP", "TLS", "GRPC", "HTTP2");

    private ServiceEntries() {}

    static ServiceEntry decode(ObjectMeta meta, Origin origin, Fields spec) {
        spec.atMostOneOf("workloadSelector", "endpoints");
        var entry =
                new ServiceEntry(
                        meta,
                        origin,
                        spec.texts("hosts"),
                        spec.texts("addresses"),
                        spec.list("ports", ServiceEntries::port),
                        spec.choice("location", ServiceEntry.Location.MESH_EXTERNAL),
                        spec.choice("resolution", Resolution.NONE),
                        spec.list("endpoints", ServiceEntries::workload),
                        spec.section("workloadSelector", ServiceEntries::labelSelector),
                        ExportTo.decode(spec),
                        spec.texts("subjectAltNames"));
        checkHosts(spec, entry);
        checkAddresses(spec, entry);
        checkPorts(spec, entry);
        checkEndpoints(spec, entry);
        return entry;
    }

    static WorkloadEntry workloadEntry(ObjectMeta meta, Origin origin, Fields spec) {
        return new WorkloadEntry(meta, origin, workload(spec));
    }

    static Selector labelSelector(Fields fields) {
        return fields.selector("labels");
    }

    private static ServiceEntry.Port port(Fields fields) {
        if (!fields.has("number")) {
            fields.missing("number");
        }
        fields.suggesting("protocol", PROTOCOLS);
        var protocol = fields.text("protocol").toUpperCase(Locale.ROOT);
        if (!protocol.isEmpty() && !PROTOCOLS.contains(protocol)) {
            fields.error(
                    Codes.NOT_A_CHOICE,
                    "protocol",
                    Spelling.notOneOf(protocol, PROTOCOLS.stream().sorted().toList()));
        }
        var name = fields.requiredText("name");
        if (!name.isEmpty() && !Names.isDnsLabel(name)) {
            fields.error(
                    Codes.MALFORMED,
                    "name",
                    "`%s` is not a name of a port.".formatted(Spelling.shortened(name)));
        }
        return new ServiceEntry.Port(
                fields.port("number"), protocol, name, fields.port("targetPort"));
    }

    private static WorkloadSpec workload(Fields fields) {
        var address = fields.text("address");
        if (!fields.has("address") && !fields.has("network")) {
            fields.error(Codes.MISSING, "A workload needs an `address`, or a `network`.");
        }
        if (address.startsWith(UNIX)) {
            var path = address.substring(UNIX.length());
            if (!path.startsWith("/") && !path.startsWith("@")) {
                fields.error(
                        Codes.MALFORMED,
                        "address",
                        "A unix socket is an absolute path, or an abstract name after `@`.");
            } else if (path.endsWith("/")) {
                fields.error(Codes.MALFORMED, "address", "A unix socket is not a directory.");
            }
            if (fields.has("ports")) {
                fields.error(Codes.CONTRADICTION, "ports", "A unix socket has no ports.");
            }
        } else if (!address.isEmpty() && !Addresses.isAddress(address)) {
            Names.hostProblem(address)
                    .ifPresent(reason -> fields.error(Codes.MALFORMED, "address", reason));
        }
        var ports = new TreeMap<String, Integer>();
        fields.fields("ports")
                .ifPresent(map -> {
                    for (var name : map.names()) {
                        if (!PORT_NAME.matcher(name).matches()) {
                            map.error(
                                    Codes.MALFORMED,
                                    name,
                                    "`%s` is not a name of a port."
                                            .formatted(Spelling.shortened(name)));
                        }
                        map.optionalInteger(name, 1, Fields.MAX_PORT)
                                .ifPresent(number -> ports.put(name, number));
                    }
                });
        return new WorkloadSpec(
                address,
                ports,
                fields.labels("labels"),
                fields.text("network"),
                fields.text("locality"),
                fields.integer("weight", 0, Integer.MAX_VALUE),
                fields.text("serviceAccount"));
    }

    private static void checkHosts(Fields spec, ServiceEntry entry) {
        if (entry.hosts().isEmpty()) {
            spec.error(Codes.MISSING, "hosts", "At least one host is required.");
        }
        if (entry.hosts().size() > MAX_HOSTS) {
            spec.error(Codes.OUT_OF_RANGE, "hosts", "There are more than 256 hosts.");
        }
        for (int i = 0; i < entry.hosts().size(); i++) {
            var host = entry.hosts().get(i);
            int at = i;
            Optional<String> problem =
                    host.equals("*")
                            ? Optional.of("The host must not be `*` alone.")
                            : Names.wildcardHostProblem(host);
            problem.ifPresent(reason -> spec.errorAt(Codes.MALFORMED, "hosts", at, reason));
            boolean nameless = entry.endpoints().isEmpty() && entry.workloadSelector().isEmpty();
            if (host.startsWith("*.")
                    && nameless
                    && List.of(Resolution.DNS, Resolution.DNS_ROUND_ROBIN)
                            .contains(entry.resolution())) {
                spec.errorAt(
                        Codes.CONTRADICTION,
                        "hosts",
                        i,
                        "DNS cannot look up a wildcard; give `endpoints`, or resolution NONE.");
            }
            if (entry.resolution() == Resolution.DYNAMIC_DNS && !host.startsWith("*.")) {
                spec.errorAt(Codes.CONTRADICTION, "hosts", i, "DYNAMIC_DNS is for wildcard hosts.");
            }
        }
    }

    private static void checkAddresses(Fields spec, ServiceEntry entry) {
        boolean ranges =
                entry.resolution() == Resolution.NONE || entry.resolution() == Resolution.STATIC;
        for (int i = 0; i < entry.addresses().size(); i++) {
            var address = entry.addresses().get(i);
            int at = i;
            Names.subnetProblem(address)
                    .ifPresent(reason -> spec.errorAt(Codes.MALFORMED, "addresses", at, reason));
            if (address.contains("/") && !ranges) {
                spec.errorAt(
                        Codes.CONTRADICTION,
                        "addresses",
                        i,
                        "A CIDR goes with resolution NONE and STATIC only.");
            }
        }
        if (entry.resolution() == Resolution.DYNAMIC_DNS && spec.has("addresses")) {
            spec.error(Codes.CONTRADICTION, "addresses", "DYNAMIC_DNS takes no addresses.");
        }
    }

    private static void checkPorts(Fields spec, ServiceEntry entry) {
        var names = new HashSet<String>();
        var numbers = new HashSet<Integer>();
        for (int i = 0; i < entry.ports().size(); i++) {
            var port = entry.ports().get(i);
            if (!port.name().isEmpty() && !names.add(port.name())) {
                spec.errorAt(
                        Codes.REPEATED, "ports", i, "The name `" + port.name() + "` is repeated.");
            }
            if (port.number() > 0 && !numbers.add(port.number())) {
                spec.errorAt(
                        Codes.REPEATED, "ports", i, "The port " + port.number() + " is repeated.");
            }
            if (entry.resolution() == Resolution.DYNAMIC_DNS
                    && !DYNAMIC_PROTOCOLS.contains(port.protocol())) {
                spec.errorAt(
                        Codes.CONTRADICTION,
                        "ports",
                        i,
                        "DYNAMIC_DNS is for HTTP, HTTP2, GRPC and TLS ports.");
            }
        }
    }

    private static void checkEndpoints(Fields spec, ServiceEntry entry) {
        if (entry.endpoints().size() > MAX_ENDPOINTS) {
            spec.error(Codes.OUT_OF_RANGE, "endpoints", "There are more than 4096 endpoints.");
        }
        switch (entry.resolution()) {
            case NONE, DYNAMIC_DNS -> {
                if (spec.has("endpoints")) {
                    spec.error(
                            Codes.CONTRADICTION,
                            "endpoints",
                            "Resolution %s takes no endpoints.".formatted(entry.resolution()));
                }
            }
            case DNS_ROUND_ROBIN -> {
                if (entry.endpoints().size() > 1) {
                    spec.error(
                            Codes.CONTRADICTION,
                            "endpoints",
                            "DNS_ROUND_ROBIN takes at most one endpoint.");
                }
            }
            case STATIC -> checkStatic(spec, entry);
            case DNS -> {
                // names and addresses are both welcome
            }
        }
        var known = entry.ports().stream().map(ServiceEntry.Port::name).toList();
        for (int i = 0; i < entry.endpoints().size(); i++) {
            for (var name : entry.endpoints().get(i).ports().keySet()) {
                if (!known.contains(name)) {
                    spec.errorAt(
                            Codes.CONTRADICTION,
                            "endpoints",
                            i,
                            "The service has no port named `%s`.".formatted(name));
                }
            }
        }
    }

    private static void checkStatic(Fields spec, ServiceEntry entry) {
        for (int i = 0; i < entry.endpoints().size(); i++) {
            var address = entry.endpoints().get(i).address();
            boolean fixed =
                    address.isEmpty() || address.startsWith(UNIX) || Addresses.isAddress(address);
            if (!fixed) {
                spec.errorAt(
                        Codes.CONTRADICTION,
                        "endpoints",
                        i,
                        "`%s` is not an IP address; resolution STATIC looks nothing up."
                                .formatted(Spelling.shortened(address)));
            }
        }
    }
}
