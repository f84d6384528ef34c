/// The graph as tables, with the same content and the same choice.
@NullMarked
package io.windrose.canvas.table;

import org.jspecify.annotations.NullMarked;
