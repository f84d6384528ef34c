package io.windrose.shell.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;

/// All commands that there are at this moment, by who brought them; confined to the JavaFX thread.
///
/// Where two ask for the same key, the scope that came last has it: a screen before the window.
public final class Commands {
    private final SequencedMap<String, List<Command>> byScope = new LinkedHashMap<>();
    private final SequencedMap<String, KeyHelp.Line> keys = new LinkedHashMap<>();
    private final BiConsumer<Command, String> refused;

    /// @param refused told the reason when somebody runs what cannot run now
    public Commands(BiConsumer<Command, String> refused) {
        this.refused = refused;
    }

    /// Replaces what that scope brought before; none takes them away.
    public void put(String scope, List<Command> commands) {
        byScope.remove(scope);
        if (!commands.isEmpty()) {
            byScope.putLast(scope, List.copyOf(commands));
            commands.stream()
                    .filter(command -> !command.keys().isEmpty())
                    .forEach(command ->
                            keys.put(
                                    command.id(),
                                    new KeyHelp.Line(command.keys(), command.title())));
        }
    }

    /// Latest scope first.
    public List<Command> all() {
        var all = new ArrayList<Command>();
        byScope.sequencedValues().reversed().forEach(all::addAll);
        return all;
    }

    /// Those of all commands that there were, also of those that nobody brings any more.
    public List<KeyHelp.Line> keys() {
        return List.copyOf(keys.values());
    }

    public Optional<Command> find(String id) {
        return all().stream().filter(command -> command.id().equals(id)).findFirst();
    }

    /// The one that has that key now.
    ///
    /// @param keys as in [Command#keys]
    public Optional<Command> onKeys(String keys) {
        return all().stream().filter(command -> command.keys().equals(keys)).findFirst();
    }

    public void run(Command command) {
        command.hindrance()
                .get()
                .ifPresentOrElse(
                        reason -> refused.accept(command, reason), () -> command.run().run());
    }

    /// Does nothing where nobody brought such a command.
    public void run(String id) {
        find(id).ifPresent(this::run);
    }
}
