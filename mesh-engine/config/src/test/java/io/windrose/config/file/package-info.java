@NullMarked
package io.windrose.config.file;

import org.jspecify.annotations.NullMarked;
