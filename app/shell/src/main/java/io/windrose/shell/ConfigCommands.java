package io.windrose.shell;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.Command.Group;
import io.windrose.shell.frame.KeyHelp;
import io.windrose.view.config.ConfigView;
import io.windrose.view.config.ConfigViewModel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What can be done on the Configuration screen, for the palette and the list of keys; the screen
/// takes the same keys itself while it has the focus.
final class ConfigCommands {
    private final ConfigViewModel model;

    ConfigCommands(ConfigViewModel model) {
        this.model = model;
    }

    /// What the screen can do, as the list of keys shows it wherever the person is.
    private enum Key {
        APPLY("apply", "Apply the draft…", Icon.CHECK, "Ctrl+S"),
        APPLY_ALL("apply-all", "Apply all drafts…", Icon.CHECK, "Ctrl+Shift+S"),
        DRY_RUN("dry-run", "Dry run the draft", Icon.EYE, "Ctrl+Enter"),
        DISCARD("discard", "Discard the draft", Icon.TRASH, "Ctrl+Alt+Z"),
        DELETE("delete", "Delete the object", Icon.TRASH, "Ctrl+Shift+Delete"),
        NEXT_PROBLEM("next-problem", "Next problem", Icon.ARROW_DOWN, "F8"),
        PREVIOUS_PROBLEM("previous-problem", "Previous problem", Icon.ARROW_UP, "Shift+F8"),
        PROBLEMS("problems", "Problems of all files", Icon.ALERT_CIRCLE, "Ctrl+Shift+M"),
        FILTER("filter", "Filter the resources", Icon.FILTER, "Ctrl+E"),
        FIND("find", "Find in the file", Icon.SEARCH, "Ctrl+F"),
        HISTORY("history", "History of the file", Icon.HISTORY, "Ctrl+H");

        private final String id;
        private final String title;
        private final Icon icon;
        private final String keys;

        Key(String id, String title, Icon icon, String keys) {
            this.id = id;
            this.title = title;
            this.icon = icon;
            this.keys = keys;
        }

        Command does(Runnable action) {
            return command(id, title, icon, keys, action);
        }
    }

    static List<KeyHelp.Line> keys() {
        return Arrays.stream(Key.values())
                .map(key -> new KeyHelp.Line(key.keys, key.title))
                .toList();
    }

    List<Command> of(ConfigView view) {
        return List.of(
                Key.APPLY.does(model::askToApply).unless(askingOr(this::refusal)),
                Key.APPLY_ALL.does(model::askToApplyAll).unless(askingOr(this::refusalOfAll)),
                Key.DRY_RUN.does(model::dryRun).unless(askingOr(this::noText)),
                Key.DISCARD.does(view::discard).unless(askingOr(this::noChange)),
                Key.DELETE.does(view::delete).unless(askingOr(this::noText)),
                Key.NEXT_PROBLEM.does(view::nextProblem).unless(askingOr(this::noProblem)),
                Key.PREVIOUS_PROBLEM.does(view::previousProblem).unless(askingOr(this::noProblem)),
                Key.FILTER.does(view::filter).unless(askingOr(Optional::empty)),
                Key.FIND.does(view::find).unless(askingOr(this::noText)),
                Key.HISTORY.does(view::history).unless(askingOr(this::noText)));
    }

    /// Leads to the question that waits where there is one.
    ///
    /// @param show shows the screen
    Command ofNew(Runnable show) {
        return command(
                "new",
                "New object…",
                Icon.PLUS,
                "Ctrl+N",
                () -> {
                    show.run();
                    model.askForNew();
                });
    }

    /// Leads to the question that waits where there is one.
    ///
    /// @param show shows the screen
    Command ofProblems(Runnable show) {
        return Key.PROBLEMS
                .does(() -> {
                    show.run();
                    model.problems().showAll();
                })
                .unless(askingOr(Optional::empty));
    }

    /// One for each draft, wherever the person is.
    ///
    /// @param show shows the screen
    List<Command> ofDrafts(Runnable show) {
        return model.changedProperty().get().stream().map(file -> discard(file, show)).toList();
    }

    /// Opens the file first, so that what is given up is seen and can be brought back.
    private Command discard(Path file, Runnable show) {
        return command(
                        "discard." + file,
                        "Discard the draft of " + file.getFileName(),
                        Icon.TRASH,
                        "",
                        () -> {
                            show.run();
                            model.openAt(file.toString(), 1, 1);
                            model.discard(file);
                        })
                .unless(askingOr(Optional::empty));
    }

    private static Command command(
            String id, String title, Icon icon, String keys, Runnable action) {
        return Command.of("config." + id, title, Group.DO, icon, keys, action);
    }

    /// What lies beneath a question waits for its answer.
    private Supplier<Optional<String>> askingOr(Supplier<Optional<String>> hindrance) {
        return () ->
                model.isAsking()
                        ? Optional.of("The Config screen waits for an answer.")
                        : hindrance.get();
    }

    private Optional<String> refusal() {
        return Optional.of(model.refusalProperty().get()).filter(why -> !why.isEmpty());
    }

    private Optional<String> refusalOfAll() {
        return Optional.of(model.refusalOfAllProperty().get()).filter(why -> !why.isEmpty());
    }

    private Optional<String> noText() {
        return model.deskProperty().get().openDraft().isPresent()
                ? Optional.empty()
                : Optional.of("No text is open.");
    }

    private Optional<String> noChange() {
        return model.deskProperty()
                        .get()
                        .openFile()
                        .filter(model.changedProperty().get()::contains)
                        .isPresent()
                ? Optional.empty()
                : Optional.of("Nothing has changed yet.");
    }

    private Optional<String> noProblem() {
        return model.diagnosisProperty().get().findings().isEmpty()
                ? Optional.of("No problem is known.")
                : Optional.empty();
    }
}
