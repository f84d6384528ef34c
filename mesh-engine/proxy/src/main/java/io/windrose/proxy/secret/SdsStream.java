package io.windrose.proxy.secret;

import com.google.protobuf.ByteString;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.CertificateValidationContext;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.Secret;
import io.envoyproxy.envoy.extensions.transport_sockets.tls.v3.TlsCertificate;
import io.grpc.stub.StreamObserver;
import io.windrose.identity.WorkloadCertificate;
import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Reading;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One proxy's subscription to the workload's secrets. State lives on the owner.
///
/// @param <Q> request
final class SdsStream<Q> implements StreamObserver<Q> {
    private static final Logger LOG = LoggerFactory.getLogger(SdsStream.class);

    private final SdsDialect<Q> dialect;
    private final Owner owner;
    private final Live.Subscription subscription;
    private Set<String> names = Set.of();
    private @Nullable WorkloadCertificate newest;
    private boolean over;

    SdsStream(SdsDialect<Q> dialect, Live<Reading<WorkloadCertificate>> certificate, Owner owner) {
        this.dialect = dialect;
        this.owner = owner;
        subscription = certificate.subscribe(owner, this::onCertificate);
    }

    @Override
    public void onNext(Q request) {
        owner.execute(() -> onRequest(request));
    }

    @Override
    public void onError(Throwable failure) {
        owner.execute(this::end);
    }

    @Override
    public void onCompleted() {
        owner.execute(() -> {
            if (!over) {
                end();
                dialect.end();
            }
        });
    }

    private void onRequest(Q request) {
        var refusal = dialect.refusal(request);
        if (!refusal.isEmpty()) {
            LOG.warn("A proxy refuses its secrets: names={} reason={}", names, refusal);
            return;
        }
        var before = names;
        names = dialect.names(request, before);
        if (!names.equals(before)) {
            send();
        }
    }

    private void onCertificate(Reading<WorkloadCertificate> reading) {
        var certificate = reading.value().orElse(null);
        if (certificate != null && !certificate.equals(newest)) {
            newest = certificate;
            send();
        }
    }

    private void send() {
        var certificate = newest;
        if (over || certificate == null || names.isEmpty()) {
            return;
        }
        var secrets = names.stream().flatMap(name -> secret(name, certificate).stream()).toList();
        if (!secrets.isEmpty()) {
            dialect.send(secrets, certificate.leaf().getSerialNumber().toString(16));
        }
    }

    private static List<Secret> secret(String name, WorkloadCertificate certificate) {
        var secret = Secret.newBuilder().setName(name);
        return switch (name) {
            case SecretStore.OWN ->
                    List.of(
                            secret.setTlsCertificate(
                                            TlsCertificate.newBuilder()
                                                    .setCertificateChain(
                                                            data(certificate.chainPem()))
                                                    .setPrivateKey(data(certificate.keyPem())))
                                    .build());
            case SecretStore.ROOTS ->
                    List.of(
                            secret.setValidationContext(
                                            CertificateValidationContext.newBuilder()
                                                    .setTrustedCa(data(certificate.rootsPem())))
                                    .build());
            default -> List.of();
        };
    }

    private static DataSource data(String pem) {
        return DataSource.newBuilder().setInlineBytes(ByteString.copyFromUtf8(pem)).build();
    }

    private void end() {
        over = true;
        subscription.close();
    }
}
