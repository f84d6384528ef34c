package io.windrose.view.yaml;

import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// The keys of the editor beside those of any text, as [EditorKey] has them. Enter goes deeper
/// behind a colon.
final class EditorKeys {
    private static final String INDENT = "  ";

    private final YamlEditor editor;
    private final CodeArea area;
    private boolean leaving;

    EditorKeys(YamlEditor editor, CodeArea area) {
        this.editor = editor;
        this.area = area;
    }

    void install() {
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::onPressed);
        area.addEventFilter(KeyEvent.KEY_TYPED, this::onTyped);
    }

    private void onPressed(KeyEvent key) {
        if (editor.proposals().take(key) || on(key)) {
            key.consume();
        }
    }

    private boolean on(KeyEvent key) {
        boolean left = leaving;
        leaving = key.getCode() == KeyCode.ESCAPE;
        var known = EditorKey.of(key).filter(each -> !(left && isTab(each)));
        known.ifPresent(this::obey);
        return known.isPresent();
    }

    private static boolean isTab(EditorKey key) {
        return key == EditorKey.INDENT || key == EditorKey.OUTDENT;
    }

    private void obey(EditorKey key) {
        switch (key) {
            case COMPLETE -> editor.complete();
            case REPAIR -> editor.offerFixes();
            case NEXT_PROBLEM -> editor.nextProblem();
            case PREVIOUS_PROBLEM -> editor.previousProblem();
            case FIND -> editor.find();
            case NEW_LINE -> newLine();
            case INDENT -> indent(false);
            case OUTDENT -> indent(true);
        }
    }

    /// Ctrl-Space arrives as a typed blank, too.
    private void onTyped(KeyEvent key) {
        if (key.isControlDown() && key.getCharacter().equals(" ")) {
            key.consume();
        } else if (editor.proposals().isShowing()) {
            if (key.getCharacter().isBlank()) {
                editor.proposals().hide();
            } else {
                Platform.runLater(editor::complete);
            }
        }
    }

    private void newLine() {
        var line = area.getText(area.getCurrentParagraph()).substring(0, area.getCaretColumn());
        int content = 0;
        while (content < line.length() && line.charAt(content) == ' ') {
            content++;
        }
        var indent = line.substring(0, content);
        var code = line.strip();
        boolean deeper = code.endsWith(":");
        boolean item = code.startsWith("- ") && !deeper;
        area.replaceSelection("\n" + indent + (deeper || item ? INDENT : ""));
        area.requestFollowCaret();
    }

    private void indent(boolean back) {
        int first = area.offsetToPosition(area.getSelection().getStart(), Bias.Forward).getMajor();
        int last = area.offsetToPosition(area.getSelection().getEnd(), Bias.Forward).getMajor();
        if (first == last && !back) {
            area.replaceSelection(INDENT);
            return;
        }
        for (int line = first; line <= last; line++) {
            int start = area.getAbsolutePosition(line, 0);
            if (!back) {
                area.insertText(start, INDENT);
            } else if (area.getText(line).startsWith(INDENT)) {
                area.deleteText(start, start + INDENT.length());
            }
        }
    }
}
