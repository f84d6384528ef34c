/// What the answers of checks cost.
@NullMarked
package io.windrose.analysis.run;

import org.jspecify.annotations.NullMarked;
