/// Small charts over time: lines, areas, gaps and a read-out under the pointer.
@NullMarked
package io.windrose.shell.chart;

import org.jspecify.annotations.NullMarked;
