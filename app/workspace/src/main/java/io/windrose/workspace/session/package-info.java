/// Connections and what is live in each of them.
@NullMarked
package io.windrose.workspace.session;

import org.jspecify.annotations.NullMarked;
