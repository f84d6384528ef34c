/// The watchdog against real threads.
@NullMarked
package io.windrose.desktop.stall;

import org.jspecify.annotations.NullMarked;
