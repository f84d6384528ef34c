/// Additions to and removals from the headers of a request or response.
@NullMarked
package io.windrose.traffic.header;

import org.jspecify.annotations.NullMarked;
