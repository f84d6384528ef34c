/// Ways through the observed graph: neighbourhoods, where traffic enters, who stands beside whom.
@NullMarked
package io.windrose.topology.walk;

import org.jspecify.annotations.NullMarked;
