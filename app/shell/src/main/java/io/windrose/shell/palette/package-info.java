/// Finds and does anything, by keyboard alone.
@NullMarked
package io.windrose.shell.palette;

import org.jspecify.annotations.NullMarked;
