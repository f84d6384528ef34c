/// What is missing, in words.
@NullMarked
package io.windrose.desktop.start;

import org.jspecify.annotations.NullMarked;
