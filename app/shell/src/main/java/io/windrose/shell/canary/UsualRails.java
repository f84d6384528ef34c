package io.windrose.shell.canary;

import io.windrose.session.rollout.GuardRails;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The limits that the person set last, for the next shift to begin with.
///
/// @param last on the JavaFX thread, as is `keep`
public record UsualRails(Supplier<GuardRails> last, Consumer<GuardRails> keep) {}
