/// What the proxies counted: samples of Istio's standard metrics as rates, before they become a
/// graph.
@NullMarked
package io.windrose.topology.traffic;

import org.jspecify.annotations.NullMarked;
