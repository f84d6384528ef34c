package io.windrose.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpiffeIdTest {
    private static final SpiffeId REVIEWS =
            new SpiffeId(TrustDomain.CLUSTER_LOCAL, "default", "bookinfo-reviews");

    @Test
    void aNameReadsBackAsItWasWritten() {
        assertThat(REVIEWS.toString())
                .isEqualTo("spiffe://cluster.local/ns/default/sa/bookinfo-reviews");
        assertThat(REVIEWS.principal()).isEqualTo("cluster.local/ns/default/sa/bookinfo-reviews");
        assertThat(REVIEWS.uri().getHost()).isEqualTo("cluster.local");
        assertThat(SpiffeId.parse(REVIEWS.toString())).isEqualTo(Optional.of(REVIEWS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "spiffe://cluster.local",
                "spiffe://cluster.local/ns/default",
                "spiffe://cluster.local/ns/default/sa/",
                "spiffe://cluster.local/ns//sa/a",
                "spiffe://cluster.local/ns/default/sa/a/b",
                "spiffe://cluster.local/ns/default/sa/a?x=y",
                "spiffe://cluster.local/ns/default/sa/a%2fb",
                "spiffe://cluster.local/ns/../sa/a",
                "spiffe://Cluster.Local/ns/default/sa/a",
                "spiffe://cluster.local:80/ns/default/sa/a",
                "SPIFFE://cluster.local/ns/default/sa/a",
                "spiffe://cluster.local/ns/default/sa/a\n",
                "https://cluster.local/ns/default/sa/a"
            })
    void whatIsNotExactlyIstiosFormIsNoName(String uri) {
        assertThat(SpiffeId.parse(uri)).isEmpty();
    }

    @Test
    void aNameWithASlashInItCannotBeMade() {
        assertThatThrownBy(() -> new SpiffeId(TrustDomain.CLUSTER_LOCAL, "default", "a/b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTrustDomainInUpperCaseIsRefusedWithAReason() {
        assertThat(TrustDomain.parse("Cluster").problems())
                .singleElement()
                .hasToString(
                        "\"Cluster\" is not a trust domain; use lower-case letters, digits, dots,"
                                + " dashes and underscores [MESH0800]");
        assertThat(TrustDomain.CLUSTER_LOCAL.contains(REVIEWS)).isTrue();
        assertThat(new TrustDomain("other").contains(REVIEWS)).isFalse();
    }
}
