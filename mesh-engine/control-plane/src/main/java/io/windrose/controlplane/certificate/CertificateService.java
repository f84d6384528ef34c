package io.windrose.controlplane.certificate;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.windrose.controlplane.access.AccessInterceptor;
import io.windrose.controlplane.access.Caller;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.CertificateRequest;
import io.windrose.identity.Pem;
import io.windrose.identity.SpiffeId;
import io.windrose.kernel.Result;
import io.windrose.xdsapi.ca.IstioCertificateRequest;
import io.windrose.xdsapi.ca.IstioCertificateResponse;
import io.windrose.xdsapi.ca.IstioCertificateServiceGrpc;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Certifies the identity of the caller, whatever names its request carries.
///
/// The operator has no identity of its own and names one in the metadata field
/// `ImpersonatedIdentity`, as Istio's node agents do.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `security/pkg/server/ca/server.go`
public final class CertificateService
        extends IstioCertificateServiceGrpc.IstioCertificateServiceImplBase {
    private static final String IMPERSONATED = "ImpersonatedIdentity";

    private final CertificateAuthority authority;

    public CertificateService(CertificateAuthority authority) {
        this.authority = authority;
    }

    @Override
    public void createCertificate(
            IstioCertificateRequest request, StreamObserver<IstioCertificateResponse> answer) {
        var id = identity(AccessInterceptor.CALLER.get(), request);
        if (id.isEmpty()) {
            answer.onError(
                    Status.PERMISSION_DENIED
                            .withDescription(
                                    "the caller is no workload, so there is nothing to certify")
                            .asRuntimeException());
            return;
        }
        var lifetime = Duration.ofSeconds(request.getValidityDuration());
        switch (CertificateRequest.parse(request.getCsr())
                .then(csr -> authority.issue(csr.publicKey(), id.get(), lifetime))) {
            case Result.Ok<List<X509Certificate>>(var chain, _) -> {
                var response = IstioCertificateResponse.newBuilder();
                chain.forEach(certificate -> response.addCertChain(Pem.encode(certificate)));
                answer.onNext(response.build());
                answer.onCompleted();
            }
            case Result.Err<List<X509Certificate>>(var problems) ->
                    answer.onError(
                            Status.INVALID_ARGUMENT
                                    .withDescription(problems.getFirst().message())
                                    .asRuntimeException());
        }
    }

    private static Optional<SpiffeId> identity(Caller caller, IstioCertificateRequest request) {
        return switch (caller) {
            case Caller.Workload(var id) -> Optional.of(id);
            case Caller.Operator() ->
                    Optional.ofNullable(request.getMetadata().getFieldsMap().get(IMPERSONATED))
                            .flatMap(name -> SpiffeId.parse(name.getStringValue()));
        };
    }
}
