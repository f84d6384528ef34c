/// Configuration in files: watched, edited without loss, and every edit undone to the byte.
@NullMarked
package io.windrose.config.file;

import org.jspecify.annotations.NullMarked;
