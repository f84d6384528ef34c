package io.windrose.shell.proxies;

import io.windrose.controlplane.status.SyncStatus;
import io.windrose.icons.Icon;
import io.windrose.shell.frame.EmptyState;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.theme.Sign;
import io.windrose.shell.theme.Tone;
import io.windrose.workspace.session.MeshView;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
    private static final double SINCE = 150;
    private static final double VERSION = 110;

    private final LiveMesh mesh;
    private final TableView<ProxyLine> table = new TableView<>();
    private final Label summary = new Label();
    private final VBox page;
    private final Subscription subscription;

    /// @param clock tells today from other days
    public ProxiesView(LiveMesh mesh, ZoneId zone, InstantSource clock) {
        this.mesh = mesh;
        setId("proxies");
        getStyleClass().add("wr-panel");
        table.setId("proxies-table");
        table.setAccessibleText("Proxies");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("Proxy", NAME, ProxyLine::name));
        table.getColumns().add(state());
        table.getColumns().add(column("Software", SOFTWARE, ProxyLine::software));
        table.getColumns()
                .add(
                        column(
                                "Connected since",
                                SINCE,
                                ProxyLine::connectedAt,
                                at -> ProxyLine.since(at, clock.instant(), zone)));
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
        var lines = ProxyLine.of(sync, view.version());
        if (!table.getItems().equals(lines)) {
            replace(lines);
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

    /// In the order that was chosen, and with the same proxy chosen.
    private void replace(List<ProxyLine> lines) {
        var selection = table.getSelectionModel();
        var chosen = Optional.ofNullable(selection.getSelectedItem()).map(ProxyLine::nodeId);
        table.getItems().setAll(lines);
        table.sort();
        selection.clearSelection();
        chosen.flatMap(id -> lines.stream().filter(line -> line.nodeId().equals(id)).findFirst())
                .ifPresent(selection::select);
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
        return column(title, width, text, Function.identity());
    }

    /// Sorts by values and shows their words.
    private static <T extends Comparable<T>> TableColumn<ProxyLine, T> column(
            String title, double width, Function<ProxyLine, T> value, Function<T, String> words) {
        var column = new TableColumn<ProxyLine, T>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(_ -> new WordsCell<>(words));
        return column;
    }

    private static TableColumn<ProxyLine, Long> numeric(
            String title, Function<ProxyLine, Long> version) {
        var column = column(title, VERSION, version, ProxyLine::version);
        column.getStyleClass().add("numeric");
        return column;
    }

    private static TableColumn<ProxyLine, Tone> state() {
        var column = new TableColumn<ProxyLine, Tone>("State");
        column.setPrefWidth(STATE);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().tone()));
        column.setCellFactory(_ -> new StateCell());
        return column;
    }

    /// What is too long for its column is told in full on hover.
    private static final class WordsCell<T> extends TableCell<ProxyLine, T> {
        private final Function<T, String> words;

        WordsCell(Function<T, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable T value, boolean empty) {
            super.updateItem(value, empty);
            var text = empty || value == null ? "" : words.apply(value);
            setText(text.isEmpty() ? null : text);
            setTooltip(text.isEmpty() ? null : new Tooltip(text));
        }
    }

    private static final class StateCell extends TableCell<ProxyLine, Tone> {
        @Override
        protected void updateItem(@Nullable Tone tone, boolean empty) {
            super.updateItem(tone, empty);
            var line = empty ? null : getTableRow().getItem();
            setText(line == null ? null : line.state());
            setGraphic(line == null ? null : new Sign(line.tone()));
        }
    }
}
