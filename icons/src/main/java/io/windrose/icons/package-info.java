/// The icons as outlines that a painter can draw in any colour.
@NullMarked
package io.windrose.icons;

import org.jspecify.annotations.NullMarked;
