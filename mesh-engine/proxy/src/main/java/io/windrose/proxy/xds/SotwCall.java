package io.windrose.proxy.xds;

import io.envoyproxy.envoy.config.core.v3.Node;
import io.envoyproxy.envoy.service.discovery.v3.AggregatedDiscoveryServiceGrpc.AggregatedDiscoveryServiceStub;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.windrose.kernel.Owner;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The older dialect: each response of a wildcard type holds the whole state of that type.
final class SotwCall implements AdsCall {
    private final Node node;
    private final GrpcStream<DiscoveryRequest, DiscoveryResponse> stream;
    private final Listener listener;
    private final Map<XdsType, Conversation> conversations = new EnumMap<>(XdsType.class);
    private boolean introduced;

    /// What was last said about one type.
    ///
    /// @param version the last accepted one
    /// @param held names of the last response, to tell what a next one leaves out
    private record Conversation(
            Set<String> subscribed, String version, String nonce, Set<String> held) {}

    /// @param known what this proxy holds already from earlier streams
    SotwCall(
            AggregatedDiscoveryServiceStub stub,
            Node node,
            XdsLedger known,
            Owner owner,
            Listener listener) {
        this.node = node;
        this.listener = listener;
        for (var type : XdsType.values()) {
            conversations.put(
                    type,
                    new Conversation(Set.of(), "", "", Set.copyOf(known.accepted(type).keySet())));
        }
        stream =
                GrpcStream.open(
                        stub::streamAggregatedResources, owner, this::onResponse, listener::ended);
    }

    @Override
    public void subscribe(XdsType type, Set<String> names) {
        var before = conversation(type);
        var wanted = type.isWildcard() ? Set.of("*") : Set.copyOf(names);
        if (wanted.equals(before.subscribed())) {
            return;
        }
        conversations.put(
                type, new Conversation(wanted, before.version(), before.nonce(), before.held()));
        send(request(type));
    }

    @Override
    public void close() {
        stream.close();
    }

    private void onResponse(DiscoveryResponse response) {
        var type = XdsType.of(response.getTypeUrl());
        if (type.isEmpty()) {
            send(
                    DiscoveryRequest.newBuilder()
                            .setTypeUrl(response.getTypeUrl())
                            .setResponseNonce(response.getNonce())
                            .setErrorDetail(
                                    GrpcStream.refusal("this proxy asked for no such type")));
            return;
        }
        answer(type.get(), response);
    }

    private void answer(XdsType type, DiscoveryResponse response) {
        var before = conversation(type);
        var update = update(type, before, response);
        var refusal = listener.received(update);
        var held =
                update.resources().stream()
                        .map(XdsUpdate.Sent::name)
                        .collect(Collectors.toUnmodifiableSet());
        var now = conversation(type);
        var version = refusal.isEmpty() ? response.getVersionInfo() : before.version();
        conversations.put(
                type, new Conversation(now.subscribed(), version, response.getNonce(), held));
        var answer = request(type);
        if (!refusal.isEmpty()) {
            answer.setErrorDetail(GrpcStream.refusal(refusal));
        }
        send(answer);
    }

    private static XdsUpdate update(XdsType type, Conversation before, DiscoveryResponse response) {
        var resources =
                response.getResourcesList().stream()
                        .map(any ->
                                new XdsUpdate.Sent(
                                        NamedAny.name(type, any), response.getVersionInfo(), any))
                        .toList();
        var removed = new HashSet<String>();
        if (type.isWildcard()) {
            removed.addAll(before.held());
            resources.forEach(sent -> removed.remove(sent.name()));
        }
        return new XdsUpdate(type, resources, removed);
    }

    private DiscoveryRequest.Builder request(XdsType type) {
        var conversation = conversation(type);
        var request =
                DiscoveryRequest.newBuilder()
                        .setTypeUrl(type.url())
                        .setVersionInfo(conversation.version())
                        .setResponseNonce(conversation.nonce());
        if (!type.isWildcard()) {
            conversation.subscribed().stream().sorted().forEach(request::addResourceNames);
        }
        return request;
    }

    private Conversation conversation(XdsType type) {
        return conversations.getOrDefault(type, new Conversation(Set.of(), "", "", Set.of()));
    }

    private void send(DiscoveryRequest.Builder request) {
        if (!introduced) {
            introduced = true;
            request.setNode(node);
        }
        stream.send(request.build());
    }
}
