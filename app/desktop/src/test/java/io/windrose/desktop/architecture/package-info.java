/// The rules of the desktop that a compiler does not know.
@NullMarked
package io.windrose.desktop.architecture;

import org.jspecify.annotations.NullMarked;
