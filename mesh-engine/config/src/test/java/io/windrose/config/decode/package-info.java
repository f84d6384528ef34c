@NullMarked
package io.windrose.config.decode;

import org.jspecify.annotations.NullMarked;
