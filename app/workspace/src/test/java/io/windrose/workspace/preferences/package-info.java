/// Tests of what is remembered.
@NullMarked
package io.windrose.workspace.preferences;

import org.jspecify.annotations.NullMarked;
