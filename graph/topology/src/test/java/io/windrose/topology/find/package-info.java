/// The small language in which people find and hide parts of the graph.
@NullMarked
package io.windrose.topology.find;

import org.jspecify.annotations.NullMarked;
