/// From trees to resources, with every problem of the input reported at its place.
@NullMarked
package io.windrose.config.decode;

import org.jspecify.annotations.NullMarked;
