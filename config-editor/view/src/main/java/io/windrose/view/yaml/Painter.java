package io.windrose.view.yaml;

import io.windrose.session.edit.Finding;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.Paragraph;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// Colours the lines that are on the screen, and no others, so that a long text costs no more than
/// a short one.
final class Painter {
    private final CodeArea area;
    private boolean[] blocks = new boolean[0];
    private Map<Integer, List<Finding>> byLine = Map.of();
    private boolean planned;

    Painter(CodeArea area) {
        this.area = area;
        area.multiPlainChanges()
                .subscribe(_ -> {
                    blocks = Highlight.blocks(lines());
                    soon();
                });
        area.viewportDirtyEvents().subscribe(_ -> soon());
    }

    /// The area tells of its changes while it is still between two states.
    private void soon() {
        if (!planned) {
            planned = true;
            Platform.runLater(() -> {
                planned = false;
                paint();
            });
        }
    }

    /// @param findings of the text that is shown
    void show(List<Finding> findings) {
        byLine =
                findings.stream()
                        .filter(one -> one.start() <= area.getLength())
                        .collect(Collectors.groupingBy(one -> line(one.start())));
        soon();
    }

    /// @param line from 0
    List<Finding> findings(int line) {
        return byLine.getOrDefault(line, List.of());
    }

    Map<Integer, List<Finding>> byLine() {
        return byLine;
    }

    private int line(int offset) {
        return area.offsetToPosition(offset, Bias.Forward).getMajor();
    }

    private List<String> lines() {
        return area.getParagraphs().stream().map(Paragraph::getText).toList();
    }

    private void paint() {
        if (area.getVisibleParagraphs().isEmpty()) {
            return;
        }
        int first = Math.max(0, area.firstVisibleParToAllParIndex());
        int last = Math.min(area.lastVisibleParToAllParIndex(), area.getParagraphs().size() - 1);
        for (int i = first; i <= last; i++) {
            paint(i);
        }
    }

    private void paint(int line) {
        var text = area.getText(line);
        if (text.isEmpty()) {
            return;
        }
        boolean block = line < blocks.length && blocks[line];
        int start = area.getAbsolutePosition(line, 0);
        var marks =
                findings(line).stream()
                        .map(finding -> LineStyles.mark(finding, start, text.length()))
                        .toList();
        var styles = LineStyles.of(text.length(), Highlight.line(text, block), marks);
        if (!area.getStyleSpans(line).equals(styles)) {
            area.setStyleSpans(line, 0, styles);
        }
    }
}
