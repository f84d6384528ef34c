package io.windrose.controlplane.access;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.TrustDomain;
import io.windrose.kernel.Result;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/// Lets a call through with its caller, or ends it as UNAUTHENTICATED before any message is read.
public final class AccessInterceptor implements ServerInterceptor {
    /// The caller of the call that runs; set in every call that came through here.
    public static final Context.Key<Caller> CALLER = Context.key("windrose-caller");

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final String SCHEME = "bearer ";

    private final Authenticator authenticator;
    private final TrustDomain trustDomain;

    /// @param trustDomain whose client certificates count; the TLS layer has checked their chain
    public AccessInterceptor(Authenticator authenticator, TrustDomain trustDomain) {
        this.authenticator = authenticator;
        this.trustDomain = trustDomain;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return switch (caller(call, headers)) {
            case Result.Ok<Caller>(var caller, _) ->
                    Contexts.interceptCall(
                            Context.current().withValue(CALLER, caller), call, headers, next);
            case Result.Err<Caller>(var problems) -> {
                call.close(
                        Status.UNAUTHENTICATED.withDescription(problems.getFirst().message()),
                        new Metadata());
                yield new ServerCall.Listener<>() {};
            }
        };
    }

    /// The scheme's name is matched without regard to case (RFC 9110 11.1).
    public static Optional<String> bearer(String authorization) {
        return authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    /// A client certificate comes before a token, in Istio's order of authenticators.
    private Result<Caller> caller(ServerCall<?, ?> call, Metadata headers) {
        return certified(call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION))
                .<Result<Caller>>map(id -> Result.ok(new Caller.Workload(id)))
                .orElseGet(() -> authenticator.authenticate(token(headers)));
    }

    private Optional<SpiffeId> certified(@Nullable SSLSession tls) {
        if (tls == null) {
            return Optional.empty();
        }
        try {
            return tls.getPeerCertificates()[0] instanceof X509Certificate leaf
                    ? SpiffeId.of(leaf).filter(trustDomain::contains)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> token(Metadata headers) {
        return Optional.ofNullable(headers.get(AUTHORIZATION)).flatMap(AccessInterceptor::bearer);
    }
}
