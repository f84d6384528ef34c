package io.windrose.workspace.preferences;

import io.windrose.workspace.session.Connection;
import java.time.Instant;

/// A connection that was opened before.
///
/// @param at when it was last used
/// @param summary one line of what was seen there, such as `12 proxies; last problem: reviews-v3`;
///   empty for none
public record Recent(Connection connection, Instant at, String summary) {}
