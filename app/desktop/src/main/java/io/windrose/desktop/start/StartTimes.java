package io.windrose.desktop.start;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// When the phases of the program's start were reached; each is told once, from any thread.
public final class StartTimes {

    /// In the order in which they happen, except that a sandbox starts beside the window.
    public enum Phase {
        JAVA("Java runs"),
        TOOLKIT("the toolkit runs"),
        LOOK("fonts and theme are loaded"),
        WINDOW("the window is shown"),
        CONNECTED("the mesh is connected"),
        PICTURE("the first picture is shown");

        private final String words;

        Phase(String words) {
            this.words = words;
        }
    }

    private final Supplier<Optional<Duration>> age;
    private final Consumer<String> lines;
    private final Set<Phase> reached = EnumSet.noneOf(Phase.class);
    private final Map<Phase, Runnable> atPhase = new EnumMap<>(Phase.class);

    private StartTimes(Supplier<Optional<Duration>> age, Consumer<String> lines) {
        this.age = age;
        this.lines = lines;
    }

    /// @param lines takes one line for each phase, counted from the start of this process
    public static StartTimes telling(InstantSource clock, Consumer<String> lines) {
        return new StartTimes(() -> ProcessAge.now(clock), lines);
    }

    /// Nobody asked.
    public static StartTimes silent() {
        return new StartTimes(Optional::empty, _ -> {});
    }

    /// Runs it once, on the thread that reaches the phase; to be said before the start begins.
    public void when(Phase phase, Runnable what) {
        atPhase.put(phase, what);
    }

    /// ` 1.234 s the window is shown`.
    public void reached(Phase phase) {
        boolean first;
        synchronized (reached) { // phases come from threads that share no owner
            first = reached.add(phase);
        }
        if (first) {
            age.get().ifPresent(since -> lines.accept(line(since, phase)));
            atPhase.getOrDefault(phase, () -> {}).run();
        }
    }

    static String line(Duration since, Phase phase) {
        return String.format(Locale.ROOT, "%7.3f s  %s", since.toMillis() / 1000.0, phase.words);
    }
}
