/// Tests of what stands before a connection.
@NullMarked
package io.windrose.workspace.welcome;

import org.jspecify.annotations.NullMarked;
