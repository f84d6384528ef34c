/// Our proxy beside a stock Envoy: what a request costs each of them.
@NullMarked
package io.windrose.conformance.bench;

import org.jspecify.annotations.NullMarked;
