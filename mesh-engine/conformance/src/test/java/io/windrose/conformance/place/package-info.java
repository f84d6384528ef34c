/// Our proxy in Envoy's place: one bootstrap, the same requests, the same answers.
@NullMarked
package io.windrose.conformance.place;

import org.jspecify.annotations.NullMarked;
