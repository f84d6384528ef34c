/// The window around the screens: navigation, top bar, status bar, keys and notices.
@NullMarked
package io.windrose.shell.window;

import org.jspecify.annotations.NullMarked;
