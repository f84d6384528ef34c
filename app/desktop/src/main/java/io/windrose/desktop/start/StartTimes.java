package io.windrose.desktop.start;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

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

    private final InstantSource clock;
    private final Consumer<String> lines;
    private final Set<Phase> reached = EnumSet.noneOf(Phase.class);

    /// @param lines takes one line for each phase
    public StartTimes(InstantSource clock, Consumer<String> lines) {
        this.clock = clock;
        this.lines = lines;
    }

    /// Nobody asked.
    public static StartTimes silent() {
        return new StartTimes(InstantSource.system(), _ -> {});
    }

    /// ` 1.234 s the window is shown`, counted from the start of this process.
    public void reached(Phase phase) {
        boolean first;
        synchronized (reached) { // phases come from threads that share no owner
            first = reached.add(phase);
        }
        if (first) {
            ProcessHandle.current()
                    .info()
                    .startInstant()
                    .map(start -> Duration.between(start, clock.instant()))
                    .ifPresent(since -> lines.accept(line(since, phase)));
        }
    }

    static String line(Duration since, Phase phase) {
        return String.format(Locale.ROOT, "%7.3f s  %s", since.toMillis() / 1000.0, phase.words);
    }
}
