package io.windrose.proxy.xds;

import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.service.discovery.v3.AggregatedDiscoveryServiceGrpc.AggregatedDiscoveryServiceStub;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryResponse;
import io.windrose.kernel.Owner;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The incremental dialect: only what changed crosses the wire.
///
/// An acknowledgement carries the nonce and never changes subscriptions; a change of subscriptions
/// carries no nonce.
final class DeltaCall implements AdsCall {
    private final Node node;
    private final XdsLedger known;
    private final GrpcStream<DeltaDiscoveryRequest, DeltaDiscoveryResponse> stream;
    private final Listener listener;
    private final Map<XdsType, Set<String>> subscribed = new EnumMap<>(XdsType.class);
    private boolean introduced;

    /// @param known what this proxy holds already from earlier streams
    DeltaCall(
            AggregatedDiscoveryServiceStub stub,
            Node node,
            XdsLedger known,
            Owner owner,
            Listener listener) {
        this.node = node;
        this.known = known;
        this.listener = listener;
        stream =
                GrpcStream.open(
                        stub::deltaAggregatedResources, owner, this::onResponse, listener::ended);
    }

    @Override
    public void subscribe(XdsType type, Set<String> names) {
        var wanted = type.isWildcard() ? Set.<String>of() : names;
        var before = subscribed.get(type);
        if (wanted.equals(before) || (before == null && wanted.isEmpty() && !type.isWildcard())) {
            return;
        }
        var request = DeltaDiscoveryRequest.newBuilder().setTypeUrl(type.url());
        if (before == null) {
            known.versions(type).entrySet().stream()
                    .filter(entry -> type.isWildcard() || wanted.contains(entry.getKey()))
                    .forEach(entry ->
                            request.putInitialResourceVersions(entry.getKey(), entry.getValue()));
        }
        var old = before == null ? Set.<String>of() : before;
        wanted.stream()
                .filter(name -> !old.contains(name))
                .sorted()
                .forEach(request::addResourceNamesSubscribe);
        old.stream()
                .filter(name -> !wanted.contains(name))
                .sorted()
                .forEach(request::addResourceNamesUnsubscribe);
        subscribed.put(type, Set.copyOf(wanted));
        send(request);
    }

    @Override
    public void close() {
        stream.close();
    }

    private void onResponse(DeltaDiscoveryResponse response) {
        var type = XdsType.of(response.getTypeUrl());
        var answer =
                DeltaDiscoveryRequest.newBuilder()
                        .setTypeUrl(response.getTypeUrl())
                        .setResponseNonce(response.getNonce());
        var refusal =
                type.map(known -> listener.received(update(known, response)))
                        .orElse("this proxy asked for no such type");
        if (!refusal.isEmpty()) {
            answer.setErrorDetail(GrpcStream.refusal(refusal));
        }
        send(answer);
    }

    private static XdsUpdate update(XdsType type, DeltaDiscoveryResponse response) {
        var resources =
                response.getResourcesList().stream()
                        .map(sent ->
                                new XdsUpdate.Sent(
                                        sent.getName(), sent.getVersion(), sent.getResource()))
                        .toList();
        return new XdsUpdate(type, resources, new HashSet<>(response.getRemovedResourcesList()));
    }

    private void send(DeltaDiscoveryRequest.Builder request) {
        if (!introduced) {
            introduced = true;
            request.setNode(node);
        }
        stream.send(request.build());
    }
}
