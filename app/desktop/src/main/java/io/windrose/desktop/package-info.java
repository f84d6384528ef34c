/// The program's entry and its wiring.
@NullMarked
package io.windrose.desktop;

import org.jspecify.annotations.NullMarked;
