package io.windrose.controlplane.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import io.envoyproxy.envoy.config.core.v3.Node;
import io.windrose.identity.SpiffeId;
import io.windrose.identity.TrustDomain;
import io.windrose.kernel.Result;
import io.windrose.translate.scope.ProxyNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokensTest {
    private static final Caller REVIEWS =
            new Caller.Workload(
                    new SpiffeId(TrustDomain.CLUSTER_LOCAL, "default", "bookinfo-reviews"));

    private final Tokens tokens =
            new Tokens(Map.of("secret-1", REVIEWS, "secret-2", new Caller.Operator()));

    @Test
    void aTokenStandsForItsCaller() {
        assertThat(tokens.authenticate(Optional.of("secret-1"))).isEqualTo(Result.ok(REVIEWS));
        assertThat(tokens.authenticate(Optional.of("secret-2")))
                .isEqualTo(Result.ok(new Caller.Operator()));
    }

    @Test
    void aMissingAndAnUnknownTokenAreToldApart() {
        assertThat(tokens.authenticate(Optional.empty()).problems())
                .singleElement()
                .hasToString(
                        "no token was shown; this control plane wants \"authorization: Bearer"
                                + " TOKEN\" [MESH0710]");
        assertThat(tokens.authenticate(Optional.of("secret-")).problems())
                .singleElement()
                .hasToString(
                        "the token is unknown to this control plane; each run has tokens of its own"
                                + " [MESH0710]");
    }

    @ParameterizedTest
    @CsvSource({
        "default, bookinfo-reviews, true",
        "default, '', true",
        "default, bookinfo-ratings, false",
        "other, bookinfo-reviews, false"
    })
    void aWorkloadMayClaimItsOwnNamespaceAndAccountOnly(
            String namespace, String account, boolean allowed) {
        var node = node(namespace, account);

        assertThat(NodeClaim.check(REVIEWS, node) instanceof Result.Ok).isEqualTo(allowed);
        assertThat(NodeClaim.check(new Caller.Operator(), node)).isEqualTo(Result.ok(node));
    }

    @ParameterizedTest
    @CsvSource({"Bearer abc, abc", "bearer  abc, abc", "Basic abc, ", "abc, "})
    void theBearerSchemeIsReadInAnyCase(String header, String token) {
        assertThat(AccessInterceptor.bearer(header)).isEqualTo(Optional.ofNullable(token));
    }

    private static ProxyNode node(String namespace, String account) {
        var metadata =
                Struct.newBuilder()
                        .putFields("NAMESPACE", text(namespace))
                        .putFields("SERVICE_ACCOUNT", text(account));
        var node =
                Node.newBuilder()
                        .setId("sidecar~127.0.0.2~pod." + namespace + "~svc.cluster.local")
                        .setMetadata(metadata);
        return switch (ProxyNode.of(node.build())) {
            case Result.Ok<ProxyNode>(var read, _) -> read;
            case Result.Err<ProxyNode>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static Value text(String text) {
        return Value.newBuilder().setStringValue(text).build();
    }
}
