/// The program's entry.
@NullMarked
package io.windrose.desktop;

import org.jspecify.annotations.NullMarked;
