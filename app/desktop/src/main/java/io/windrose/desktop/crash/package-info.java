/// What the program does when it meets a bug of its own: a report, and no silence.
@NullMarked
package io.windrose.desktop.crash;

import org.jspecify.annotations.NullMarked;
