package io.windrose.shell.welcome;

import io.windrose.kernel.Owner;
import io.windrose.shell.welcome.WelcomeFacts.Check;
import io.windrose.shell.window.Phase;
import io.windrose.shell.window.ShellViewModel;
import io.windrose.workspace.session.Connection;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;

/// Which card is chosen and what is known about it. Confined to `fx`.
public final class WelcomeViewModel {
    private final ShellViewModel shell;
    private final WelcomeSource source;
    private final Owner fx;
    private final Executor aside;
    private final ReadOnlyObjectWrapper<Phase> phase;
    private final Subscription following;
    private final ReadOnlyObjectWrapper<Card> chosen = new ReadOnlyObjectWrapper<>(Card.SANDBOX);
    private final ReadOnlyStringWrapper context = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<WelcomeFacts> facts =
            new ReadOnlyObjectWrapper<>(WelcomeFacts.NONE);
    private final ReadOnlyObjectWrapper<List<Check>> checks =
            new ReadOnlyObjectWrapper<>(List.of());

    /// @param aside runs what blocks
    public WelcomeViewModel(ShellViewModel shell, WelcomeSource source, Owner fx, Executor aside) {
        this.shell = shell;
        this.source = source;
        this.fx = fx;
        this.aside = aside;
        phase = new ReadOnlyObjectWrapper<>(shell.phaseProperty().get());
        following = shell.phaseProperty().subscribe(phase::set);
        lookAgain();
        check();
    }

    /// To be called once, when the screen is left: the window lives longer.
    public void end() {
        following.unsubscribe();
    }

    public ReadOnlyObjectProperty<Card> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// The chosen Kubernetes context; empty while there is none.
    public ReadOnlyStringProperty contextProperty() {
        return context.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<WelcomeFacts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    /// Of the chosen card; empty until they are known.
    public ReadOnlyObjectProperty<List<Check>> checksProperty() {
        return checks.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Phase> phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    public void choose(Card card) {
        if (chosen.get() != card) {
            chosen.set(card);
            checks.set(List.of());
            check();
        }
    }

    public void chooseContext(String name) {
        context.set(name);
        chosen.set(Card.CLUSTER);
        checks.set(List.of());
        check();
    }

    public void startSandbox() {
        choose(Card.SANDBOX);
        shell.connect(Connection.Sandbox.DEFAULT);
    }

    public void openFolder(Path folder) {
        choose(Card.FOLDER);
        shell.connect(new Connection.Folder(folder));
    }

    public void open(Connection recent) {
        choose(recent instanceof Connection.Folder ? Card.FOLDER : Card.SANDBOX);
        shell.connect(recent);
    }

    public void cancel() {
        shell.disconnect();
    }

    public void retry() {
        shell.retry();
    }

    public void clearRecents() {
        read(
                () -> {
                    source.clearRecents();
                    return source.facts();
                },
                this::onFacts);
    }

    /// What was not there may be there now.
    public void lookAgain() {
        read(source::facts, this::onFacts);
    }

    /// Takes it from the list; what it led to stays as it is.
    public void forget(Connection recent) {
        read(
                () -> {
                    source.forget(recent);
                    return source.facts();
                },
                this::onFacts);
    }

    private void onFacts(WelcomeFacts next) {
        facts.set(next);
        if (context.get().isEmpty()) {
            next.contexts().stream()
                    .filter(WelcomeFacts.ContextRow::current)
                    .findFirst()
                    .or(() -> next.contexts().stream().findFirst())
                    .ifPresent(row -> context.set(row.name()));
        }
    }

    private void check() {
        var card = chosen.get();
        var name = context.get();
        read(
                () -> source.checks(card, name),
                found -> {
                    if (chosen.get() == card && context.get().equals(name)) {
                        checks.set(found);
                    }
                });
    }

    private <T> void read(Supplier<T> question, Consumer<T> then) {
        fx.await(CompletableFuture.supplyAsync(question, aside), then);
    }
}
