package io.windrose.shell.panel;

import io.windrose.icons.Icon;
import io.windrose.kernel.Problem;
import io.windrose.session.edit.Finding;
import io.windrose.shell.theme.IconView;
import io.windrose.topology.Health;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Something that is wrong with the configuration: its sentence, code and place, the way there, and
/// its repair where there is one.
final class FindingLine extends HBox {
    private final Slot<Health.Status> sign = RowParts.sign();
    private final Label words = new Label();
    private final Label place = new Label();
    private final Button open = way("panel-finding-open", "Open in editor", Icon.FILE);
    private final Button fix = way("panel-finding-fix", "Fix", Icon.WRENCH);
    private final Tooltip repair = new Tooltip();

    FindingLine() {
        getStyleClass().add("finding");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("row-name");
        place.getStyleClass().add("row-why");
        place.setWrapText(true);
        place.setMinHeight(USE_PREF_SIZE);
        fix.setTooltip(repair);
        var ways = new HBox(open, fix);
        ways.getStyleClass().add("finding-ways");
        var all = new VBox(words, place, ways);
        all.getStyleClass().add("finding-words");
        HBox.setHgrow(all, Priority.ALWAYS);
        getChildren().addAll(sign, all);
    }

    void show(Finding finding, PanelViewModel model) {
        var problem = finding.problem();
        sign.show(
                switch (problem.severity()) {
                    case ERROR -> Health.Status.FAILING;
                    case WARNING -> Health.Status.DEGRADED;
                    case INFO -> Health.Status.NONE;
                });
        words.setText(problem.message());
        place.setText(said(problem));
        open.setAccessibleText("Open in editor: " + problem.message());
        open.setTooltip(new Tooltip(problem.place().toString()));
        open.setOnAction(_ -> model.openConfig(problem.place()));
        fix.setOnAction(_ -> model.repair(finding));
        fix.setVisible(!finding.fixes().isEmpty());
        fix.setManaged(fix.isVisible());
        finding.fixes().stream()
                .findFirst()
                .ifPresent(each -> {
                    repair.setText(each.label() + ": drafts it, and writes nothing");
                    fix.setAccessibleText("Fix: " + each.label());
                });
    }

    /// `IST0101, KIA1107 in VirtualService default/reviews, reviews.yaml:12`.
    private static String said(Problem problem) {
        var file = Path.of(problem.place().file()).getFileName();
        return "%s in %s, %s:%d"
                .formatted(
                        problem.code(),
                        problem.place().resource(),
                        file == null ? problem.place().file() : file,
                        problem.place().line());
    }

    private static Button way(String id, String words, Icon icon) {
        var button = new Button(words, new IconView(icon, IconView.SMALL));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
