/// Charts, tested without a toolkit.
@NullMarked
package io.windrose.shell.chart;

import org.jspecify.annotations.NullMarked;
