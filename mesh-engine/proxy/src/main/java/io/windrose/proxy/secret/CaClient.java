package io.windrose.proxy.secret;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.windrose.identity.CertificateRequest;
import io.windrose.identity.CertificateSource;
import io.windrose.identity.Pem;
import io.windrose.identity.SpiffeId;
import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.xdsapi.ca.IstioCertificateRequest;
import io.windrose.xdsapi.ca.IstioCertificateResponse;
import io.windrose.xdsapi.ca.IstioCertificateServiceGrpc;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// Has certificates signed by the control plane, as Istio's agent does. For any thread.
///
/// @see <a href="https://github.com/istio/api">Istio</a> `security/v1alpha1/ca.proto`
public final class CaClient implements CertificateSource {
    private static final int PATIENCE_SECONDS = 10;

    /// Where the request says for whom it is: needed with an operator's token, which is good for
    /// everybody, and ignored with a workload's own.
    private static final String IDENTITY = "ImpersonatedIdentity";

    private final ManagedChannel channel;
    private final Struct metadata;

    /// @param channel with the workload's token on it; whoever opened it closes it
    public CaClient(ManagedChannel channel, SpiffeId id) {
        this.channel = channel;
        var name = Value.newBuilder().setStringValue(id.toString());
        metadata = Struct.newBuilder().putFields(IDENTITY, name.build()).build();
    }

    @Override
    public CompletionStage<Result<List<X509Certificate>>> sign(CertificateRequest request) {
        var answer = new CompletableFuture<Result<List<X509Certificate>>>();
        channel.resetConnectBackoff();
        IstioCertificateServiceGrpc.newStub(channel)
                .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .createCertificate(
                        IstioCertificateRequest.newBuilder()
                                .setCsr(request.pem())
                                .setMetadata(metadata)
                                .build(),
                        new Answer(answer));
        return answer;
    }

    private record Answer(CompletableFuture<Result<List<X509Certificate>>> into)
            implements StreamObserver<IstioCertificateResponse> {

        @Override
        public void onNext(IstioCertificateResponse response) {
            into.complete(Pem.certificates(String.join("\n", response.getCertChainList())));
        }

        @Override
        public void onError(Throwable failure) {
            var status = Status.fromThrowable(failure);
            var text = status.getDescription();
            into.complete(
                    refused(
                            "the control plane signed no certificate: "
                                    + status.getCode()
                                    + (text == null ? "" : ", " + text)));
        }

        @Override
        public void onCompleted() {
            into.complete(refused("the control plane ended the call without an answer"));
        }

        private static Result<List<X509Certificate>> refused(String message) {
            return Result.err(Problem.error("MESH1320", Place.NOWHERE, message));
        }
    }
}
