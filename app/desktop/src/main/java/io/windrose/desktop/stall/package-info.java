/// Watches whether a thread that must answer at once does.
@NullMarked
package io.windrose.desktop.stall;

import org.jspecify.annotations.NullMarked;
