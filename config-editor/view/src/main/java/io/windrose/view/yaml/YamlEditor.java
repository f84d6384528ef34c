package io.windrose.view.yaml;

import io.windrose.config.patch.TextEdit;
import io.windrose.session.edit.Completion;
import io.windrose.session.edit.Finding;
import io.windrose.view.Stylesheet;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.geometry.Bounds;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.reactfx.value.Val;

/// YAML under edit: line numbers, colours, lines under what is wrong, proposals, help and repairs.
///
/// It knows nothing of files; whoever owns the text hears every change and sets findings. Only on
/// the JavaFX thread.
public final class YamlEditor extends BorderPane {
    private static final Duration HOVER = Duration.ofMillis(450);

    private final CodeArea area = new CodeArea();
    private final Painter painter = new Painter(area);
    private final FindBar find = new FindBar(area);
    private final ReadOnlyIntegerWrapper caret = new ReadOnlyIntegerWrapper();
    private final Assistant assistant;
    private final CompletionPopup proposals;
    private final InfoPopup info;
    private List<Finding> findings = List.of();
    private Asked asked = new Asked(0, 0, new Completion(0, 0, List.of()));

    /// What is proposed, and where the text and the caret stood then.
    private record Asked(int caret, int length, Completion answer) {}

    /// @param typed hears the whole text after each change
    public YamlEditor(Assistant assistant, Consumer<String> typed) {
        this.assistant = assistant;
        var sheet = Stylesheet.beside(YamlEditor.class, "yaml.css");
        proposals = new CompletionPopup(sheet, this::insert);
        info = new InfoPopup(sheet, fix -> replace(fix.edit()));
        getStylesheets().add(sheet);
        getStyleClass().add("yaml-pane");
        area.setId("yaml-editor");
        area.getStyleClass().add("yaml");
        area.setAccessibleText("YAML");
        area.setParagraphGraphicFactory(new Gutter(painter::findings));
        area.setMouseOverTextDelay(HOVER);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, this::onHover);
        area.addEventHandler(MouseEvent.MOUSE_MOVED, this::onPointer);
        area.addEventHandler(MouseEvent.MOUSE_EXITED, this::onPointer);
        area.plainTextChanges()
                .subscribe(_ -> {
                    info.hide();
                    typed.accept(area.getText());
                });
        area.caretPositionProperty()
                .addListener((_, _, now) -> {
                    caret.set(now);
                    Platform.runLater(this::hideWhatIsPassed);
                });
        new EditorKeys(this, area).install();
        setTop(find);
        setCenter(new VirtualizedScrollPane<>(area));
    }

    public String text() {
        return area.getText();
    }

    /// Offset in the text.
    public ReadOnlyIntegerProperty caretProperty() {
        return caret.getReadOnlyProperty();
    }

    public int line() {
        return area.getCurrentParagraph() + 1;
    }

    /// In characters, from 1.
    public int column() {
        return area.getText(area.getCurrentParagraph()).codePointCount(0, area.getCaretColumn())
                + 1;
    }

    /// Replaces no more than what differs, so that the caret, the view and undo survive.
    public void show(String text) {
        var now = area.getText();
        if (now.equals(text)) {
            return;
        }
        int start = 0;
        int shorter = Math.min(now.length(), text.length());
        while (start < shorter && now.charAt(start) == text.charAt(start)) {
            start++;
        }
        int tail = 0;
        while (tail < shorter - start
                && now.charAt(now.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) {
            tail++;
        }
        area.replaceText(start, now.length() - tail, text.substring(start, text.length() - tail));
        area.getUndoManager().preventMerge();
    }

    /// The first text of a file: undo goes no further back.
    public void begin(String text) {
        show(text);
        area.getUndoManager().forgetHistory();
        area.moveTo(0);
    }

    /// @param now found in the text that is shown
    public void show(List<Finding> now) {
        var before = painter.byLine().keySet();
        findings = now;
        painter.show(now);
        before.forEach(this::redrawMargin);
        painter.byLine().keySet().forEach(this::redrawMargin);
    }

    /// @param line from 1
    /// @param column in characters, from 1
    public void moveTo(int line, int column) {
        int paragraph = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
        var text = area.getText(paragraph);
        int characters = Math.clamp(column - 1L, 0, text.codePointCount(0, text.length()));
        area.moveTo(paragraph, text.offsetByCodePoints(0, characters));
        reveal(paragraph);
    }

    public void moveTo(Finding finding) {
        area.moveTo(Math.min(finding.start(), area.getLength()));
        reveal(area.getCurrentParagraph());
    }

    public void focusText() {
        area.requestFocus();
    }

    /// For a text that is only looked at; its id is not that of the editor.
    public void lock() {
        area.setEditable(false);
        area.setId("yaml-locked");
    }

    public void undo() {
        area.undo();
    }

    public Val<Boolean> undoAvailable() {
        return Val.wrap(area.undoAvailableProperty());
    }

    public void replace(TextEdit edit) {
        area.replaceText(edit.start(), edit.end(), edit.replacement());
        area.getUndoManager().preventMerge();
        area.requestFocus();
    }

    /// Opens the bar that finds in this text.
    public void find() {
        find.open();
    }

    /// To the next finding behind the caret, or to the first.
    public void nextProblem() {
        int from = area.getCaretPosition();
        findings.stream()
                .filter(one -> one.start() > from)
                .findFirst()
                .or(() -> findings.stream().findFirst())
                .ifPresent(this::moveTo);
    }

    /// To the finding before the caret, or to the last.
    public void previousProblem() {
        int from = area.getCaretPosition();
        findings.stream()
                .filter(one -> one.start() < from)
                .reduce((_, last) -> last)
                .or(() -> findings.stream().reduce((_, last) -> last))
                .ifPresent(this::moveTo);
    }

    /// Shows what is wrong in the caret's line with what would repair it.
    public void offerFixes() {
        var here = here();
        caretBounds(here.isEmpty())
                .ifPresent(bounds -> {
                    info.show(area, bounds.getMinX(), bounds.getMaxY() + 4, here, Optional.empty());
                    info.focusFirstFix();
                });
    }

    void complete() {
        int at = area.getCaretPosition();
        assistant.complete(
                at,
                answer -> {
                    if (area.getCaretPosition() == at) {
                        asked = new Asked(at, area.getLength(), answer);
                        area.getCaretBounds()
                                .ifPresent(bounds -> proposals.show(area, bounds, answer));
                    }
                });
    }

    /// Proposals follow what is typed or deleted at the caret, and nothing else.
    private void hideWhatIsPassed() {
        int now = area.getCaretPosition();
        boolean typedOnly = now - asked.caret == area.getLength() - asked.length;
        if (!typedOnly || now < asked.answer.start()) {
            proposals.hide();
        }
    }

    /// What is wrong at the caret, else in its line.
    public List<Finding> here() {
        int at = area.getCaretPosition();
        var exact = findings.stream().filter(one -> one.start() <= at && at <= one.end()).toList();
        return exact.isEmpty() ? painter.findings(area.getCurrentParagraph()) : exact;
    }

    CompletionPopup proposals() {
        return proposals;
    }

    private Optional<Bounds> caretBounds(boolean nothing) {
        return nothing ? Optional.empty() : area.getCaretBounds();
    }

    /// Replaces the word at the caret as it is by now: more may have been typed since the answer.
    private void insert(Completion.Proposal proposal) {
        int start = asked.answer.start();
        int now = area.getCaretPosition();
        int rest = Math.max(0, asked.answer.end() - asked.caret);
        area.replaceText(start, Math.min(now + rest, area.getLength()), proposal.insert());
        area.getUndoManager().preventMerge();
        area.moveTo(start + proposal.insert().length());
    }

    private void onHover(MouseOverTextEvent event) {
        int at = event.getCharacterIndex();
        var wrong = findings.stream().filter(one -> one.start() <= at && at < one.end()).toList();
        assistant.explain(at, help -> info.hover(area, event.getScreenPosition(), wrong, help));
    }

    private void onPointer(MouseEvent pointer) {
        info.follow(pointer.getScreenX(), pointer.getScreenY());
    }

    private void reveal(int paragraph) {
        area.showParagraphInViewport(paragraph);
        area.requestFollowCaret();
    }

    private void redrawMargin(int line) {
        if (line < area.getParagraphs().size()) {
            area.recreateParagraphGraphic(line);
        }
    }
}
