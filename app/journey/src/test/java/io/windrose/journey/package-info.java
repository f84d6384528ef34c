/// A person's way through the real window, with a real mesh behind it.
@NullMarked
package io.windrose.journey;

import org.jspecify.annotations.NullMarked;
