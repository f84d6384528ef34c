/// The split bar: how the requests of a route divide, to be dragged.
@NullMarked
package io.windrose.view.split;

import org.jspecify.annotations.NullMarked;
