/// The distribution as its users run it: processes, exit codes, files.
@NullMarked
package io.windrose.packaging;

import org.jspecify.annotations.NullMarked;
