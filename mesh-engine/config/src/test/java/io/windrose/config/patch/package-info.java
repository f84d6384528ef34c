@NullMarked
package io.windrose.config.patch;

import org.jspecify.annotations.NullMarked;
