/// Connections, preferences and the use cases behind every screen and command; no JavaFX.
@NullMarked
package io.windrose.workspace;

import org.jspecify.annotations.NullMarked;
