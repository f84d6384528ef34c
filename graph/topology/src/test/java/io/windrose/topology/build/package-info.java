/// From samples to the graph: an ordered list of typed stages.
@NullMarked
package io.windrose.topology.build;

import org.jspecify.annotations.NullMarked;
