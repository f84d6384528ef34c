/// Shapes and containers of the program's mark.
@NullMarked
package io.windrose.icons.artwork;

import org.jspecify.annotations.NullMarked;
