/// Shifting traffic between versions: the drawer over the graph, and the page of all routes.
@NullMarked
package io.windrose.shell.canary;

import org.jspecify.annotations.NullMarked;
