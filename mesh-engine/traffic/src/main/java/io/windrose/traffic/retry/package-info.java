/// Whether and when an attempt is repeated.
@NullMarked
package io.windrose.traffic.retry;

import org.jspecify.annotations.NullMarked;
