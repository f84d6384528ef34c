/// The topology on the screen: draw, point, animate.
@NullMarked
package io.windrose.canvas;

import org.jspecify.annotations.NullMarked;
