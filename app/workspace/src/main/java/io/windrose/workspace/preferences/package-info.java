/// What the program remembers of its user from one run to the next.
@NullMarked
package io.windrose.workspace.preferences;

import org.jspecify.annotations.NullMarked;
