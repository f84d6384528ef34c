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
                words("Node", 190, Row::name),
                words("Kind", 130, Row::kind),
                words("Namespace", 120, Row::namespace),
                health(),
                rate(),
                errors(),
                p95(),
                mtls());
    }

    static List<TableColumn<Row, Row>> edges() {
        return List.of(
                words("From", 170, Row::from),
                words("To", 170, Row::name),
                words("Protocol", 100, Row::kind),
                health(),
                rate(),
                errors(),
                p95(),
                mtls());
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
        var column = column("mTLS", 170, Columns::mtlsWords);
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
        var column = new TableColumn<Row, Row>("Health");
        column.setPrefWidth(110);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setComparator(Comparator.comparing(Row::health));
        column.setCellFactory(_ -> new HealthCell());
        return column;
    }

    private static TableColumn<Row, Row> number(
            String title, Function<Row, String> text, Comparator<Row> order) {
        var column = column(title, 90, text);
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
    private static final class HealthCell extends TableCell<Row, Row> {
        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeIf(style -> style.startsWith("wr-is-"));
            if (empty || row == null) {
                setText("");
                setGraphic(null);
            } else {
                setText(
                        switch (row.health()) {
                            case NONE -> "Idle";
                            case HEALTHY -> "Healthy";
                            case DEGRADED -> "Degraded";
                            case FAILING -> "Failing";
                        });
                getStyleClass().add("wr-is-" + row.health().label());
                setGraphic(new IconShape(icon(row.health()), 14));
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
