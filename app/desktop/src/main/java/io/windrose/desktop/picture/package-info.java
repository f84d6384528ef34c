/// Screens of the program as picture files, drawn without a display.
@NullMarked
package io.windrose.desktop.picture;

import org.jspecify.annotations.NullMarked;
