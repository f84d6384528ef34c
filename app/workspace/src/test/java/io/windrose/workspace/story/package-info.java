/// Tests of what is told.
@NullMarked
package io.windrose.workspace.story;

import org.jspecify.annotations.NullMarked;
