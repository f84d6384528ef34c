/// Tests of the analysis as a whole: the peers' cases, properties, figures.
@NullMarked
package io.windrose.analysis;

import org.jspecify.annotations.NullMarked;
