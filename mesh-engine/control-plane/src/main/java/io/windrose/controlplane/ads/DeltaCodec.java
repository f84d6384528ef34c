package io.windrose.controlplane.ads;

import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryResponse;
import io.envoyproxy.envoy.service.discovery.v3.Resource;
import io.windrose.controlplane.session.Dialect;
import io.windrose.controlplane.session.Request;
import io.windrose.controlplane.session.Response;
import io.windrose.translate.XdsType;
import java.util.Optional;
import java.util.Set;

/// The incremental form.
final class DeltaCodec implements Codec<DeltaDiscoveryRequest, DeltaDiscoveryResponse> {

    @Override
    public Dialect dialect() {
        return Dialect.DELTA;
    }

    @Override
    public Node node(DeltaDiscoveryRequest message) {
        return message.getNode();
    }

    @Override
    public String typeUrl(DeltaDiscoveryRequest message) {
        return message.getTypeUrl();
    }

    @Override
    public Optional<Request> request(DeltaDiscoveryRequest message) {
        return XdsType.ofTypeUrl(message.getTypeUrl())
                .map(type ->
                        new Request.Delta(
                                type,
                                message.getResponseNonce(),
                                message.hasErrorDetail()
                                        ? Optional.of(message.getErrorDetail().getMessage())
                                        : Optional.empty(),
                                Set.copyOf(message.getResourceNamesSubscribeList()),
                                Set.copyOf(message.getResourceNamesUnsubscribeList()),
                                message.getInitialResourceVersionsMap()));
    }

    @Override
    public DeltaDiscoveryResponse message(Response response) {
        var message =
                DeltaDiscoveryResponse.newBuilder()
                        .setTypeUrl(response.type().typeUrl())
                        .setNonce(response.nonce())
                        .setSystemVersionInfo(Long.toString(response.version()))
                        .addAllRemovedResources(response.removed());
        for (var resource : response.resources()) {
            message.addResources(
                    Resource.newBuilder()
                            .setName(resource.name())
                            .setVersion(resource.version())
                            .setResource(resource.body()));
        }
        return message.build();
    }
}
