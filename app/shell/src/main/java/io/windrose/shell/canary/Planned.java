package io.windrose.shell.canary;

import io.windrose.kernel.Problem;
import io.windrose.kernel.TrafficSplit;
import io.windrose.session.Plan;
import java.util.List;

/// What the draft means in YAML.
sealed interface Planned {

    /// There is no draft.
    record Nothing() implements Planned {}

    /// @param split for which a plan is being made
    record Working(TrafficSplit split) implements Planned {}

    /// @param warnings of what is to be said about the edited object
    record Ready(TrafficSplit split, Plan plan, List<Problem> warnings) implements Planned {
        public Ready {
            warnings = List.copyOf(warnings);
        }
    }

    record Failed(TrafficSplit split, List<Problem> problems) implements Planned {
        public Failed {
            problems = List.copyOf(problems);
        }
    }
}
