/// Policies against Envoy's rules and against a plain evaluator.
@NullMarked
package io.windrose.traffic.authorize;

import org.jspecify.annotations.NullMarked;
