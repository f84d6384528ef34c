/// Where the nodes stand, and why they stay there.
@NullMarked
package io.windrose.topology.layout;

import org.jspecify.annotations.NullMarked;
