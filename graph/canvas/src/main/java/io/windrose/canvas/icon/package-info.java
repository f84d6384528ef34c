/// Icons as JavaFX nodes.
@NullMarked
package io.windrose.canvas.icon;

import org.jspecify.annotations.NullMarked;
