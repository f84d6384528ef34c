package io.windrose.shell.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.controlplane.session.SessionStatus;
import io.windrose.controlplane.status.ProxyStatus;
import io.windrose.controlplane.status.SyncStatus;
import io.windrose.kernel.Owner;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.frame.Pace;
import io.windrose.view.robot.QuickRobot;
import io.windrose.workspace.demo.DemoMesh;
import io.windrose.workspace.demo.DemoSession;
import io.windrose.workspace.session.MeshView;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class ProxiesViewTest {
    private final QuickRobot robot = new QuickRobot();

    private static final Instant NOW = Instant.parse("2026-11-21T14:05:00Z");
    private static final int ACKNOWLEDGED = 5;

    private final DemoSession session = new DemoSession();

    @Start
    void start(Stage stage) {
        session.show(mesh(9, 10, 8));
        var clock = InstantSource.fixed(NOW);
        var live = new LiveMesh(session, Pace.DEFAULT, Owner.direct(), clock);
        stage.setScene(new Scene(new ProxiesView(live, ZoneOffset.UTC, clock), 1100, 600));
        stage.show();
    }

    @Test
    void versionsAreSortedAsNumbersAndStaySortedWithTheSameProxyChosen() {
        var table = table();
        robot.interact(() -> {
            var column = table.getColumns().get(ACKNOWLEDGED);
            column.setSortType(TableColumn.SortType.DESCENDING);
            table.getSortOrder().add(column);
        });
        assertThat(names(table)).containsExactly("b.default", "a.default", "c.default");
        robot.interact(() -> table.getSelectionModel().select(2));

        robot.interact(() -> session.show(mesh(9, 10, 11)));

        assertThat(names(table)).containsExactly("c.default", "b.default", "a.default");
        assertThat(table.getSelectionModel().getSelectedItem().name()).isEqualTo("c.default");
    }

    @Test
    void theDayIsSaidWhereItIsNotToday() {
        var zone = ZoneOffset.UTC;

        assertThat(ProxyLine.since(NOW.minusSeconds(60), NOW, zone)).isEqualTo("14:04:00");
        assertThat(ProxyLine.since(NOW.minusSeconds(86_400), NOW, zone))
                .isEqualTo("20 Nov, 14:05:00");
    }

    private TableView<ProxyLine> table() {
        return robot.lookup("#proxies-table").queryTableView();
    }

    private static List<String> names(TableView<ProxyLine> table) {
        return table.getItems().stream().map(ProxyLine::name).toList();
    }

    /// Of three proxies that have acknowledged these versions.
    private static MeshView mesh(long a, long b, long c) {
        var demo = DemoMesh.view();
        return new MeshView(
                demo.folder(),
                demo.config(),
                demo.mesh(),
                8,
                Optional.of(
                        new SyncStatus(8, List.of(proxy("a", a), proxy("b", b), proxy("c", c)))));
    }

    private static ProxyStatus proxy(String pod, long acknowledged) {
        return new ProxyStatus(
                "sidecar~10.0.0.1~" + pod + ".default~default.svc.cluster.local",
                1,
                "envoy 1.39.0",
                NOW.minusSeconds(60),
                new SessionStatus(acknowledged, acknowledged, Map.of()));
    }
}
