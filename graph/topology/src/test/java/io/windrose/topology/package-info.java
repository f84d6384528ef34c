/// The observed mesh as a graph: nodes, edges, rates, health, mTLS and layout; no JavaFX.
@NullMarked
package io.windrose.topology;

import org.jspecify.annotations.NullMarked;
