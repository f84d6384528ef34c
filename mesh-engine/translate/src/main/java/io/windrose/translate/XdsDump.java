package io.windrose.translate;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.envoyproxy.envoy.config.cluster.v3.Cluster;
import io.envoyproxy.envoy.config.core.v3.TypedExtensionConfig;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import io.envoyproxy.envoy.config.route.v3.RouteConfiguration;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.windrose.xdsapi.nds.NameTable;
import java.util.Set;
import java.util.stream.Collectors;

/// Resources as people read them: protobuf's canonical JSON, with extensions unpacked.
public final class XdsDump {
    private static final JsonFormat.Printer PRINTER =
            JsonFormat.printer().usingTypeRegistry(ExtensionTypes.REGISTRY);

    private XdsDump() {}

    /// One JSON object: per type an array of resources in the order of their names, under the
    /// type's short name. A private key never appears.
    ///
    /// @param types that are shown; each also where it has no resources
    public static String json(XdsResources resources, Set<XdsType> types) {
        return types.stream()
                .sorted()
                .map(type -> "\"" + type.shortName() + "\": " + array(resources, type))
                .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }

    private static String array(XdsResources resources, XdsType type) {
        return resources.of(type).values().stream()
                .map(resource -> print(type, resource))
                .collect(Collectors.joining(",\n", "[", "]"));
    }

    private static String print(XdsType type, XdsResource resource) {
        try {
            return PRINTER.print(shown(parse(type, resource)));
        } catch (InvalidProtocolBufferException fault) {
            throw new IllegalStateException("cannot show " + type + " " + resource, fault);
        }
    }

    private static Message parse(XdsType type, XdsResource resource)
            throws InvalidProtocolBufferException {
        var parser =
                switch (type) {
                    case CDS -> Cluster.parser();
                    case EDS -> ClusterLoadAssignment.parser();
                    case LDS -> Listener.parser();
                    case RDS -> RouteConfiguration.parser();
                    case SDS -> Secret.parser();
                    case ECDS -> TypedExtensionConfig.parser();
                    case NDS -> NameTable.parser();
                };
        return parser.parseFrom(resource.body().getValue());
    }

    private static Message shown(Message message) {
        if (message instanceof Secret secret && secret.hasTlsCertificate()) {
            var shown = secret.toBuilder();
            shown.getTlsCertificateBuilder().clearPrivateKey();
            return shown.build();
        }
        return message;
    }
}
