/// Which attempts are repeated, and how soon.
@NullMarked
package io.windrose.traffic.retry;

import org.jspecify.annotations.NullMarked;
