/// The topology screen: the graph with its tools, its table twin and the side panel.
@NullMarked
package io.windrose.shell.topology;

import org.jspecify.annotations.NullMarked;
