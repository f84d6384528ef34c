package io.windrose.controlplane.ads;

import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.windrose.controlplane.session.Dialect;
import io.windrose.controlplane.session.Request;
import io.windrose.controlplane.session.Response;
import io.windrose.translate.XdsType;
import java.util.Optional;
import java.util.Set;

/// The state-of-the-world form.
final class StateCodec implements Codec<DiscoveryRequest, DiscoveryResponse> {

    @Override
    public Dialect dialect() {
        return Dialect.STATE_OF_THE_WORLD;
    }

    @Override
    public Node node(DiscoveryRequest message) {
        return message.getNode();
    }

    @Override
    public String typeUrl(DiscoveryRequest message) {
        return message.getTypeUrl();
    }

    @Override
    public Optional<Request> request(DiscoveryRequest message) {
        return XdsType.ofTypeUrl(message.getTypeUrl())
                .map(type ->
                        new Request.State(
                                type,
                                message.getResponseNonce(),
                                message.hasErrorDetail()
                                        ? Optional.of(message.getErrorDetail().getMessage())
                                        : Optional.empty(),
                                Set.copyOf(message.getResourceNamesList())));
    }

    @Override
    public DiscoveryResponse message(Response response) {
        var message =
                DiscoveryResponse.newBuilder()
                        .setTypeUrl(response.type().typeUrl())
                        .setNonce(response.nonce())
                        .setVersionInfo(Long.toString(response.version()));
        response.resources().forEach(resource -> message.addResources(resource.body()));
        return message.build();
    }
}
