package io.windrose.shell.proxies;

import io.windrose.controlplane.status.SyncStatus;
import io.windrose.icons.Icon;
import io.windrose.shell.frame.EmptyState;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.theme.Sign;
import io.windrose.workspace.session.MeshView;
import java.time.ZoneId;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A row for each proxy that is connected; those that are ill stand first.
public final class ProxiesView extends StackPane {
    private static final double NAME = 260;
    private static final double STATE = 110;
    private static final double SOFTWARE = 150;
    private static final double SINCE = 130;
    private static final double VERSION = 110;

    private final LiveMesh mesh;
    private final ZoneId zone;
    private final TableView<ProxyLine> table = new TableView<>();
    private final Label summary = new Label();
    private final VBox page;
    private final Subscription subscription;

    public ProxiesView(LiveMesh mesh, ZoneId zone) {
        this.mesh = mesh;
        this.zone = zone;
        setId("proxies");
        getStyleClass().add("wr-panel");
        table.setId("proxies-table");
        table.setAccessibleText("Proxies");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Proxy", NAME, ProxyLine::name));
        table.getColumns().add(state());
        table.getColumns().add(column("Software", SOFTWARE, ProxyLine::software));
        table.getColumns().add(column("Connected since", SINCE, ProxyLine::since));
        table.getColumns().add(numeric("Sent", ProxyLine::sent));
        table.getColumns().add(numeric("Acknowledged", ProxyLine::acknowledged));
        table.getColumns().add(column("Newest refusal", NAME, ProxyLine::rejection));
        VBox.setVgrow(table, Priority.ALWAYS);
        var title = new Label("Proxies");
        title.getStyleClass().add("wr-title");
        summary.setId("proxies-summary");
        summary.getStyleClass().addAll("wr-small", "wr-text-2");
        page = new VBox(new VBox(title, summary), table);
        page.getStyleClass().addAll("wr-pad-page", "wr-gap-3");
        subscription = mesh.meshProperty().subscribe(this::show);
    }

    public void end() {
        subscription.unsubscribe();
    }

    private void show(MeshView view) {
        var sync = view.sync().orElse(SyncStatus.NONE);
        if (sync.proxies().isEmpty()) {
            getChildren().setAll(empty(view));
            return;
        }
        var lines = ProxyLine.of(sync, view.version(), zone);
        if (!table.getItems().equals(lines)) {
            table.getItems().setAll(lines);
        }
        summary.setText(
                sync.acknowledged(view.version())
                        + " of "
                        + lines.size()
                        + " follow version "
                        + view.version());
        if (!getChildren().contains(page)) {
            getChildren().setAll(page);
        }
    }

    private Node empty(MeshView view) {
        return view.sync().isPresent()
                ? new EmptyState(
                        Icon.PROXY, "No proxy is connected", "The control plane waits for them.")
                : new EmptyState(
                        Icon.PROXY,
                        "No proxies here",
                        mesh.session().connection().name()
                                + " is a folder of files; nothing follows it.");
    }

    private static TableColumn<ProxyLine, String> column(
            String title, double width, Function<ProxyLine, String> text) {
        var column = new TableColumn<ProxyLine, String>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(_ -> new WordsCell());
        return column;
    }

    private static TableColumn<ProxyLine, String> numeric(
            String title, Function<ProxyLine, String> text) {
        var column = column(title, VERSION, text);
        column.getStyleClass().add("numeric");
        return column;
    }

    private static TableColumn<ProxyLine, String> state() {
        var column = new TableColumn<ProxyLine, String>("State");
        column.setPrefWidth(STATE);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue().state()));
        column.setCellFactory(_ -> new StateCell());
        return column;
    }

    /// What is too long for its column is told in full on hover.
    private static final class WordsCell extends TableCell<ProxyLine, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            boolean blank = empty || text == null || text.isEmpty();
            setText(blank ? null : text);
            setTooltip(blank ? null : new Tooltip(text));
        }
    }

    private static final class StateCell extends TableCell<ProxyLine, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            var line = empty ? null : getTableRow().getItem();
            setText(line == null ? null : line.state());
            setGraphic(line == null ? null : new Sign(line.tone()));
        }
    }
}
