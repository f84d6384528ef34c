package io.windrose.shell;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.Command.Group;
import io.windrose.view.config.ConfigView;
import io.windrose.view.config.ConfigViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What can be done on the Configuration screen, for the palette and the list of keys; the screen
/// takes the same keys itself while it has the focus.
final class ConfigCommands {
    private final ConfigViewModel model;

    ConfigCommands(ConfigViewModel model) {
        this.model = model;
    }

    List<Command> of(ConfigView view) {
        return List.of(
                command("apply", "Apply the draft…", Icon.CHECK, "Ctrl+S", model::askToApply)
                        .unless(this::refusal),
                command("dry-run", "Dry run the draft", Icon.EYE, "Ctrl+Enter", model::dryRun)
                        .unless(this::noText),
                command("discard", "Discard the draft", Icon.TRASH, "Ctrl+Alt+Z", view::discard)
                        .unless(this::noChange),
                command("next-problem", "Next problem", Icon.ARROW_DOWN, "F8", view::nextProblem)
                        .unless(this::noProblem),
                command(
                                "previous-problem",
                                "Previous problem",
                                Icon.ARROW_UP,
                                "Shift+F8",
                                view::previousProblem)
                        .unless(this::noProblem),
                command("filter", "Filter the resources", Icon.FILTER, "Ctrl+E", view::filter),
                command("find", "Find in the file", Icon.SEARCH, "Ctrl+F", view::find)
                        .unless(this::noText),
                command("history", "History of the file", Icon.HISTORY, "Ctrl+H", view::history)
                        .unless(this::noText));
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
                });
    }

    private static Command command(
            String id, String title, Icon icon, String keys, Runnable action) {
        return Command.of("config." + id, title, Group.DO, icon, keys, action);
    }

    private Optional<String> refusal() {
        return Optional.of(model.refusalProperty().get()).filter(why -> !why.isEmpty());
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
