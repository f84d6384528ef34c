/// From the head of a request to the decision what becomes of it.
@NullMarked
package io.windrose.traffic.route;

import org.jspecify.annotations.NullMarked;
