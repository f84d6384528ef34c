package io.windrose.workspace.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.controlplane.session.Rejection;
import io.windrose.controlplane.session.SessionStatus;
import io.windrose.controlplane.session.TypeStatus;
import io.windrose.controlplane.status.ProxyStatus;
import io.windrose.topology.Health;
import io.windrose.translate.XdsType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ProxyStateTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void aProxyIsBehindUntilItHasTheVersion() {
        assertThat(ProxyState.of(proxy(Map.of()), 12))
                .isEqualTo(new ProxyState(Health.Status.HEALTHY, "in sync", ""));
        assertThat(ProxyState.of(proxy(Map.of()), 13))
                .isEqualTo(new ProxyState(Health.Status.DEGRADED, "behind", ""));
    }

    @Test
    void ofSeveralRefusalsTheNewestIsTold() {
        var types =
                Map.of(
                        XdsType.CDS, refused("no such certificate", NOON),
                        XdsType.LDS, refused("port 9080 is taken", NOON.plusSeconds(5)),
                        XdsType.RDS, refused("no such cluster", NOON.plusSeconds(3)));

        assertThat(ProxyState.of(proxy(types), 12))
                .isEqualTo(
                        new ProxyState(
                                Health.Status.FAILING, "refused", "lds: port 9080 is taken"));
    }

    private static ProxyStatus proxy(Map<XdsType, TypeStatus> types) {
        return new ProxyStatus(
                "sidecar~10.0.0.1~a.default~x", 1, "", NOON, new SessionStatus(12, 12, types));
    }

    private static TypeStatus refused(String reason, Instant at) {
        return new TypeStatus(
                1, 0, at, at, false, Optional.of(new Rejection(reason, List.of(), at)));
    }
}
