/// What can be connected to, and what stands in the way of it.
@NullMarked
package io.windrose.workspace.welcome;

import org.jspecify.annotations.NullMarked;
