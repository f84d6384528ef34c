/// Asks the checks, again after a change, and leaves out what somebody does not want to be told.
@NullMarked
package io.windrose.analysis.run;

import org.jspecify.annotations.NullMarked;
