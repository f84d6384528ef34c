package io.windrose.shell.canary;

import io.windrose.kernel.Problem;
import io.windrose.session.rollout.Rollout;
import io.windrose.shell.theme.Tone;
import io.windrose.workspace.session.Access;
import java.nio.file.Path;
import java.util.Optional;

/// What was checked, and what can be done now.
///
/// @param checked one line
/// @param details every problem, for a tooltip; empty for none
/// @param apply what the button says
/// @param applyHindrance why it cannot be pressed; empty when it can
/// @param undoHindrance why it cannot be pressed; empty when it can
record Footer(
        Tone tone,
        String checked,
        String details,
        String apply,
        Optional<String> applyHindrance,
        Optional<String> undoHindrance) {

    static Footer of(CanaryFacts facts) {
        var check = check(facts);
        return new Footer(
                check.tone,
                check.words,
                check.details,
                apply(facts),
                applyHindrance(facts),
                undoHindrance(facts));
    }

    private record Check(Tone tone, String words, String details) {}

    private static Check check(CanaryFacts facts) {
        return switch (facts.planned()) {
            case Planned.Nothing _ ->
                    new Check(Tone.IDLE, "No draft: move a handle or press a step", "");
            case Planned.Working _ -> new Check(Tone.IDLE, "Checking", "");
            case Planned.Failed(_, var problems) ->
                    new Check(
                            Tone.FAILING,
                            "Cannot be applied: " + problems.getFirst().message(),
                            details(problems));
            case Planned.Ready(_, var plan, var warnings) -> {
                if (plan.patch().isEmpty()) {
                    yield new Check(Tone.IDLE, "The file says this already", "");
                }
                yield warnings.isEmpty()
                        ? new Check(
                                Tone.HEALTHY,
                                "Checked: valid, and only %s changes"
                                        .formatted(facts.route().ref().label()),
                                "")
                        : new Check(
                                Tone.DEGRADED,
                                "Checked: " + warnings.getFirst().message(),
                                details(warnings));
            }
        };
    }

    private static String details(Iterable<Problem> problems) {
        var lines = new StringBuilder();
        problems.forEach(one -> lines.append(lines.isEmpty() ? "" : "\n").append(one));
        return lines.toString();
    }

    private static String apply(CanaryFacts facts) {
        var uptake = facts.uptake();
        if (!uptake.known() || uptake.of() == 0) {
            return "Apply to " + file(facts);
        }
        return uptake.of() == 1 ? "Apply to 1 proxy" : "Apply to %d proxies".formatted(uptake.of());
    }

    static String file(CanaryFacts facts) {
        var name = Path.of(facts.route().file()).getFileName();
        return name == null ? "the file" : name.toString();
    }

    private static Optional<String> applyHindrance(CanaryFacts facts) {
        if (facts.access() instanceof Access.MayRead(var missing)) {
            return Optional.of(missing);
        }
        if (isBusy(facts)) {
            return Optional.of("A change is being written.");
        }
        return switch (facts.planned()) {
            case Planned.Nothing _ -> Optional.of("There is no draft.");
            case Planned.Working _ -> Optional.of("The draft is being checked.");
            case Planned.Failed(_, var problems) -> Optional.of(problems.getFirst().message());
            case Planned.Ready(_, var plan, _) ->
                    plan.patch().isEmpty()
                            ? Optional.of("The file says this already.")
                            : Optional.empty();
        };
    }

    private static Optional<String> undoHindrance(CanaryFacts facts) {
        if (facts.access() instanceof Access.MayRead(var missing)) {
            return Optional.of(missing);
        }
        if (isBusy(facts)) {
            return Optional.of("A change is being written.");
        }
        return facts.undoable().isPresent()
                ? Optional.empty()
                : Optional.of("Nothing was changed from here that still stands.");
    }

    private static boolean isBusy(CanaryFacts facts) {
        return facts.rollout() instanceof Rollout.Writing
                || facts.rollout() instanceof Rollout.TakingBack;
    }
}
