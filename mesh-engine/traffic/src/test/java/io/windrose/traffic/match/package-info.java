/// Texts, headers, queries, addresses and paths, compared as Envoy does.
@NullMarked
package io.windrose.traffic.match;

import org.jspecify.annotations.NullMarked;
