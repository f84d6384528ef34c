/// The Bookinfo demo application as small real HTTP services.
///
/// Paths, headers and answers are those of Istio's sample, so that its documentation applies.
///
/// @see <a href="https://istio.io/latest/docs/examples/bookinfo/">Bookinfo</a>
@NullMarked
package io.windrose.sandbox.bookinfo;

import org.jspecify.annotations.NullMarked;
