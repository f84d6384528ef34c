package io.windrose.controlplane.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.controlplane.session.SessionStatus;
import io.windrose.kernel.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StatusBoardTest {
    private final StatusBoard board = new StatusBoard(Owner.direct());

    @Test
    void proxiesAreCountedThatAcknowledgedAVersionOrALaterOne() {
        board.handOut(7);
        board.report(proxy("a", 1, 5));
        board.report(proxy("b", 2, 6));
        board.report(proxy("c", 3, 7));

        assertThat(board.live().get())
                .isEqualTo(
                        new SyncStatus(
                                7, List.of(proxy("a", 1, 5), proxy("b", 2, 6), proxy("c", 3, 7))));
        assertThat(board.live().get().acknowledged(6)).isEqualTo(2);
    }

    @Test
    void theNewestStreamOfAProxyCountsAndTheOldOnesEndDoesNotHideIt() {
        board.report(proxy("a", 1, 5));
        board.report(proxy("a", 2, 0));
        board.report(proxy("a", 1, 6));
        board.gone(proxy("a", 1, 0).nodeId(), 1);

        assertThat(board.live().get().proxies()).containsExactly(proxy("a", 2, 0));
    }

    @Test
    void aProxyThatLeavesIsGone() {
        board.report(proxy("a", 1, 5));
        board.gone(proxy("a", 1, 0).nodeId(), 1);

        assertThat(board.live().get().proxies()).isEmpty();
    }

    private static ProxyStatus proxy(String name, long connection, long acknowledged) {
        return new ProxyStatus(
                "sidecar~127.0.0.1~" + name + ".default~default.svc.cluster.local",
                connection,
                "envoy 1.39.0",
                Instant.EPOCH,
                new SessionStatus(acknowledged, acknowledged, Map.of()));
    }
}
