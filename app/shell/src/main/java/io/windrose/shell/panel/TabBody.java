package io.windrose.shell.panel;

import io.windrose.session.edit.Finding;
import io.windrose.shell.frame.Kept;
import io.windrose.workspace.story.ConfigRow;
import io.windrose.workspace.story.Fact;
import io.windrose.workspace.story.Mark;
import io.windrose.workspace.story.ProxyRow;
import io.windrose.workspace.story.ResponseRow;
import io.windrose.workspace.story.Story;
import io.windrose.workspace.story.Subject;
import io.windrose.workspace.story.TrafficRow;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// The rows of the chosen part.
final class TabBody extends VBox {
    private final PanelViewModel model;
    private final Label fromTitle = section("From");
    private final RowList<TrafficRow, TrafficLine> from;
    private final Label toTitle = section("To");
    private final RowList<TrafficRow, TrafficLine> to;
    private final RowList<ResponseRow, ResponseLine> responses;
    private final RowList<ConfigRow, ConfigLine> config;
    private final Label findingsTitle = section("What is wrong with it");
    private final RowList<Finding, FindingLine> findings;
    private final Label allTitle = section("What is wrong for whole namespaces");
    private final Label appliesTitle = section("What applies");
    private final RowList<ProxyRow, ProxyLine> proxies;
    private final Label factsTitle = section("Latency and security");
    private final RowList<Fact, FactLine> facts =
            new RowList<>(Fact::label, FactLine::new, FactLine::show);
    private final FlowPane marks = new FlowPane();
    private final Label nothing = new Label();
    private VersionColours colours = new VersionColours(List.of());
    private List<Mark> shownMarks = List.of();

    TabBody(PanelViewModel model) {
        this.model = model;
        getStyleClass().add("tab-body");
        from = new RowList<>(TrafficRow::subject, TrafficLine::new, this::fill);
        to = new RowList<>(TrafficRow::subject, TrafficLine::new, this::fill);
        responses =
                new RowList<>(
                        row -> List.of(row.code(), row.flag()),
                        ResponseLine::new,
                        ResponseLine::show);
        config =
                new RowList<>(
                        ConfigRow::resource,
                        ConfigLine::new,
                        (line, row) -> line.show(row, model::openConfig));
        findings =
                new RowList<>(
                        Finding::problem, FindingLine::new, (line, row) -> line.show(row, model));
        proxies =
                new RowList<>(
                        ProxyRow::nodeId, ProxyLine::new, (line, row) -> line.show(row, colours));
        marks.getStyleClass().add("marks");
        nothing.getStyleClass().add("row-why");
        nothing.setWrapText(true);
    }

    void show(Story story, PanelTab tab, VersionColours newColours) {
        colours = newColours;
        from.show(story.from());
        to.show(story.to());
        responses.show(story.responses());
        config.show(story.config());
        findings.show(story.findings());
        proxies.show(story.proxies());
        facts.show(story.facts());
        showMarks(story.marks());
        Kept.replace(getChildren(), parts(story, tab));
    }

    private List<Node> parts(Story story, PanelTab tab) {
        return switch (tab) {
            case TRAFFIC -> traffic(story);
            case RESPONSES -> List.of(responses);
            case CONFIG -> config(story);
            case PROXIES ->
                    story.proxies().isEmpty()
                            ? saying("No proxies of it are connected.")
                            : List.of(proxies);
        };
    }

    private List<Node> config(Story story) {
        var parts = new ArrayList<Node>();
        if (story.subject() instanceof Subject.Mesh) {
            return List.of(allTitle, findings);
        }
        if (!story.findings().isEmpty()) {
            parts.addAll(List.of(findingsTitle, findings, appliesTitle));
        }
        if (story.config().isEmpty()) {
            parts.addAll(saying("No configuration applies: defaults of the mesh decide."));
        } else {
            parts.add(config);
        }
        return parts;
    }

    private List<Node> traffic(Story story) {
        if (story.from().isEmpty() && story.to().isEmpty()) {
            var idle = new ArrayList<>(saying("Nobody calls it and it calls nobody in this time."));
            if (!story.marks().isEmpty()) {
                idle.add(marks);
            }
            return idle;
        }
        var parts = new ArrayList<Node>();
        if (!story.from().isEmpty()) {
            parts.addAll(List.of(fromTitle, from));
        }
        if (!story.to().isEmpty()) {
            parts.addAll(List.of(toTitle, to));
        }
        if (!story.marks().isEmpty()) {
            parts.add(marks);
        }
        if (!story.facts().isEmpty()) {
            parts.addAll(List.of(factsTitle, facts));
        }
        return parts;
    }

    private List<Node> saying(String words) {
        nothing.setText(words);
        return List.of(nothing);
    }

    private void fill(TrafficLine line, TrafficRow row) {
        line.show(row, colours, model::select);
    }

    private void showMarks(List<Mark> newMarks) {
        if (newMarks.equals(shownMarks)) {
            return;
        }
        shownMarks = newMarks;
        marks.getChildren()
                .setAll(
                        newMarks.stream()
                                .map(mark -> {
                                    var chip = new MarkChip();
                                    chip.show(mark);
                                    return chip;
                                })
                                .toList());
    }

    private static Label section(String words) {
        var label = new Label(words);
        label.getStyleClass().add("row-section");
        return label;
    }
}
