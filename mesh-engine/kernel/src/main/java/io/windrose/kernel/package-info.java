/// Values and small machinery for every module: owners, live values, results, problems, names.
@NullMarked
package io.windrose.kernel;

import org.jspecify.annotations.NullMarked;
