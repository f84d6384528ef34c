package io.windrose.translate.cluster;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.Metadata;
import io.windrose.config.resource.ClientTls;
import io.windrose.config.resource.ClientTls.Mode;
import io.windrose.config.resource.ResourceId;
import io.windrose.registry.Service;
import java.util.List;
import java.util.Locale;

/// What telemetry and istioctl learn about a cluster.
final class ClusterMetadata {
    private static final String NAMESPACE = "istio";

    private ClusterMetadata() {}

    static Metadata of(Outbound outbound) {
        var fields = fields(List.of(outbound.service()));
        outbound.upstream().policy().stream()
                .flatMap(applied -> applied.sources().stream())
                .findFirst()
                .ifPresent(source -> fields.putFields("config", text(path(source))));
        outbound.subset().ifPresent(subset -> fields.putFields("subset", text(subset.name())));
        if (outbound.service().external()) {
            fields.putFields("external", Value.newBuilder().setBoolValue(true).build());
        }
        if (isTlsOfItsOwn(outbound)) {
            fields.putFields("alpn_override", text("false"));
        }
        return metadata(fields);
    }

    /// Then Istio's ALPN filter must not put the mesh's protocols in the place of the server's.
    private static boolean isTlsOfItsOwn(Outbound outbound) {
        return outbound.policy().tls().stream()
                .map(ClientTls::mode)
                .anyMatch(mode -> mode == Mode.SIMPLE || mode == Mode.MUTUAL);
    }

    static Metadata of(List<Service> services) {
        return metadata(fields(services));
    }

    private static Metadata metadata(Struct.Builder fields) {
        return Metadata.newBuilder().putFilterMetadata(NAMESPACE, fields.build()).build();
    }

    private static Struct.Builder fields(List<Service> services) {
        var list = ListValue.newBuilder();
        for (var service : services) {
            list.addValues(
                    Value.newBuilder()
                            .setStructValue(
                                    Struct.newBuilder()
                                            .putFields("host", text(service.host().value()))
                                            .putFields("name", text(service.name()))
                                            .putFields("namespace", text(service.namespace()))));
        }
        return Struct.newBuilder()
                .putFields("services", Value.newBuilder().setListValue(list).build());
    }

    /// `/apis/networking.istio.io/v1/namespaces/NS/destination-rule/NAME`.
    private static String path(ResourceId id) {
        var kind = id.kind().kindName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return "/apis/%s/v1/namespaces/%s/%s/%s"
                .formatted(
                        id.kind().group(),
                        id.name().namespace(),
                        kind.toLowerCase(Locale.ROOT),
                        id.name().name());
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }
}
