/// The side panel: what is chosen in the graph, in words, figures and charts.
@NullMarked
package io.windrose.shell.panel;

import org.jspecify.annotations.NullMarked;
