/// Compares what we send to proxies with what istiod sent for the same configuration, fact by fact.
@NullMarked
package io.windrose.conformance.istiodxds;

import org.jspecify.annotations.NullMarked;
