/// Tables against Envoy's rules and against a plain reference.
@NullMarked
package io.windrose.traffic.route;

import org.jspecify.annotations.NullMarked;
