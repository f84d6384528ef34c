/// The proxy's decisions without sockets: routes, balancing, retries, authorization, faults; pure.
@NullMarked
package io.windrose.traffic;

import org.jspecify.annotations.NullMarked;
