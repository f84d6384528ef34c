package io.windrose.canvas.table;

import io.windrose.canvas.icon.IconShape;
import io.windrose.icons.Icon;
import io.windrose.topology.Health;
import io.windrose.topology.MtlsMode;
import io.windrose.topology.display.Figures;
import io.windrose.topology.traffic.Protocol;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/// The columns of both tables; numbers stand right and sort as numbers.
final class Columns {
    private Columns() {}

    static List<TableColumn<Row, Row>> nodes() {
        return List.of(
                words("Node", 160, Row::name),
                words("Kind", 135, Row::kind),
                words("Namespace", 100, Row::namespace),
                health(),
                rate(),
                errors(),
                p95(),
                mtls(),
                configuration());
    }

    static List<TableColumn<Row, Row>> edges() {
        return List.of(
                words("From", 160, Row::from),
                words("To", 135, Row::name),
                words("Protocol", 100, Row::kind),
                health(),
                rate(),
                errors(),
                p95(),
                mtls(),
                configuration());
    }

    private static TableColumn<Row, Row> words(
            String title, double width, Function<Row, String> text) {
        var column = column(title, width, text);
        column.setComparator(Comparator.comparing(text));
        return column;
    }

    private static TableColumn<Row, Row> rate() {
        return number(
                "Rate",
                row -> row.ratePerSecond() > 0 ? rateWords(row) : "idle",
                Comparator.comparing((Row row) -> row.protocol() == Protocol.TCP)
                        .thenComparingDouble(Row::ratePerSecond));
    }

    private static TableColumn<Row, Row> errors() {
        return number(
                "Errors",
                row ->
                        row.protocol() == Protocol.TCP || row.ratePerSecond() <= 0
                                ? "–"
                                : Figures.percent(row.errorPercent()),
                Comparator.comparingDouble(Row::errorPercent));
    }

    private static TableColumn<Row, Row> p95() {
        return number(
                "p95",
                row ->
                        row.p95Millis().isPresent()
                                ? Figures.millis(row.p95Millis().getAsDouble())
                                : "–",
                Comparator.comparingDouble(row -> row.p95Millis().orElse(-1)));
    }

    private static TableColumn<Row, Row> mtls() {
        var column = column("mTLS", 186, Columns::mtlsWords);
        column.setComparator(Comparator.comparingDouble(row -> row.mtlsPercent().orElse(-1)));
        return column;
    }

    private static String rateWords(Row row) {
        return Figures.rate(row.ratePerSecond(), row.protocol());
    }

    /// Measured first; what is only configured says so.
    static String mtlsWords(Row row) {
        if (row.mtlsPercent().isPresent()) {
            return Figures.percent(row.mtlsPercent().getAsDouble()) + " measured";
        }
        return row.configured() == MtlsMode.UNKNOWN
                ? "not known"
                : row.configured().label() + ", not measured";
    }

    private static TableColumn<Row, Row> health() {
        return status(
                "Health",
                96,
                Row::health,
                status ->
                        switch (status) {
                            case NONE -> "Idle";
                            case HEALTHY -> "Healthy";
                            case DEGRADED -> "Degraded";
                            case FAILING -> "Failing";
                        });
    }

    /// Empty where nothing is wrong.
    private static TableColumn<Row, Row> configuration() {
        return status(
                "Config",
                98,
                Row::configuration,
                status ->
                        switch (status) {
                            case NONE, HEALTHY -> "";
                            case DEGRADED -> "Warning";
                            case FAILING -> "Error";
                        });
    }

    private static TableColumn<Row, Row> status(
            String title,
            double width,
            Function<Row, Health.Status> status,
            Function<Health.Status, String> words) {
        var column = new TableColumn<Row, Row>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(Comparator.comparing(status));
        column.setCellFactory(_ -> new StatusCell(status, words));
        return column;
    }

    private static TableColumn<Row, Row> number(
            String title, Function<Row, String> text, Comparator<Row> order) {
        var column = column(title, 74, text);
        column.getStyleClass().add("numeric");
        column.setComparator(order);
        return column;
    }

    private static TableColumn<Row, Row> column(
            String title, double width, Function<Row, String> text) {
        var column = new TableColumn<Row, Row>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new TextCell(text));
        return column;
    }

    private static final class TextCell extends TableCell<Row, Row> {
        private final Function<Row, String> text;

        TextCell(Function<Row, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? "" : text.apply(row));
        }
    }

    /// A sign and a word: never colour alone.
    private static final class StatusCell extends TableCell<Row, Row> {
        private final Function<Row, Health.Status> status;
        private final Function<Health.Status, String> words;

        StatusCell(Function<Row, Health.Status> status, Function<Health.Status, String> words) {
            this.status = status;
            this.words = words;
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeIf(style -> style.startsWith("wr-is-"));
            var said = empty || row == null ? "" : words.apply(status.apply(row));
            setText(said);
            if (said.isEmpty() || row == null) {
                setGraphic(null);
            } else {
                var now = status.apply(row);
                getStyleClass().add("wr-is-" + now.label());
                setGraphic(new IconShape(icon(now), 14));
            }
        }

        private static Icon icon(Health.Status status) {
            return switch (status) {
                case NONE -> Icon.DASH_CIRCLE;
                case HEALTHY -> Icon.CHECK_CIRCLE;
                case DEGRADED -> Icon.ALERT_CIRCLE;
                case FAILING -> Icon.CROSS_CIRCLE;
            };
        }
    }
}
