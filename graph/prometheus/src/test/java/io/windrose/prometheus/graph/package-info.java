/// One question about the mesh's traffic and its answer as JSON, table or picture.
@NullMarked
package io.windrose.prometheus.graph;

import org.jspecify.annotations.NullMarked;
