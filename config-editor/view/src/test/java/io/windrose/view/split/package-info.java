@NullMarked
package io.windrose.view.split;

import org.jspecify.annotations.NullMarked;
