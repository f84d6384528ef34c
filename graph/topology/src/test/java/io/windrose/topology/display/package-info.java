/// The picture as immutable drawing commands, and its SVG form.
@NullMarked
package io.windrose.topology.display;

import org.jspecify.annotations.NullMarked;
