package io.windrose.proxy.secret;

import com.google.protobuf.Any;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DeltaDiscoveryResponse;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryRequest;
import io.envoyproxy.envoy.service.discovery.v3.DiscoveryResponse;
import io.envoyproxy.envoy.service.discovery.v3.Resource;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// How secrets are asked for and sent, in either dialect of xDS.
///
/// @param <Q> request
interface SdsDialect<Q> {
    String TYPE = "type.googleapis.com/" + Secret.getDescriptor().getFullName();

    /// The names subscribed to after this request, or those of before where it changes nothing.
    Set<String> names(Q request, Set<String> before);

    /// @return why the last answer was refused; empty otherwise
    String refusal(Q request);

    void send(List<Secret> secrets, String version);

    void end();

    /// The whole state each time.
    record World(StreamObserver<DiscoveryResponse> out) implements SdsDialect<DiscoveryRequest> {
        @Override
        public Set<String> names(DiscoveryRequest request, Set<String> before) {
            return new TreeSet<>(request.getResourceNamesList());
        }

        @Override
        public String refusal(DiscoveryRequest request) {
            return request.getErrorDetail().getMessage();
        }

        @Override
        public void send(List<Secret> secrets, String version) {
            var response =
                    DiscoveryResponse.newBuilder()
                            .setTypeUrl(TYPE)
                            .setVersionInfo(version)
                            .setNonce(version);
            secrets.forEach(secret -> response.addResources(Any.pack(secret)));
            out.onNext(response.build());
        }

        @Override
        public void end() {
            out.onCompleted();
        }
    }

    /// Only what changed.
    record Delta(StreamObserver<DeltaDiscoveryResponse> out)
            implements SdsDialect<DeltaDiscoveryRequest> {
        @Override
        public Set<String> names(DeltaDiscoveryRequest request, Set<String> before) {
            var names = new TreeSet<>(before);
            names.addAll(request.getResourceNamesSubscribeList());
            names.removeAll(new ArrayList<>(request.getResourceNamesUnsubscribeList()));
            return names;
        }

        @Override
        public String refusal(DeltaDiscoveryRequest request) {
            return request.getErrorDetail().getMessage();
        }

        @Override
        public void send(List<Secret> secrets, String version) {
            var response =
                    DeltaDiscoveryResponse.newBuilder()
                            .setTypeUrl(TYPE)
                            .setSystemVersionInfo(version)
                            .setNonce(version);
            secrets.forEach(secret ->
                    response.addResources(
                            Resource.newBuilder()
                                    .setName(secret.getName())
                                    .setVersion(version)
                                    .setResource(Any.pack(secret))));
            out.onNext(response.build());
        }

        @Override
        public void end() {
            out.onCompleted();
        }
    }
}
