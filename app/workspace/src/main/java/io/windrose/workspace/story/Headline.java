package io.windrose.workspace.story;

import io.windrose.topology.Health;
import java.util.Optional;

/// How the subject is, why, and since when.
///
/// @param state such as `Degraded: v3 fails 17.6 %`
/// @param cause such as `503 UF calling reviews-v3 since 14:02`; empty where there is none
/// @param evidence where the cause is to be seen; empty where that is the subject itself
public record Headline(
        Health.Status status, String state, String cause, Optional<Subject> evidence) {}
