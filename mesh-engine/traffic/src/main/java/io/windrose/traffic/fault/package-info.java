/// Failures that a route injects on purpose: delays and aborts.
@NullMarked
package io.windrose.traffic.fault;

import org.jspecify.annotations.NullMarked;
