/// What is written says what was read, for documents of every kind.
@NullMarked
package io.windrose.config.encode;

import org.jspecify.annotations.NullMarked;
