/// What a request or connection is compared with: texts, headers, addresses, ports, fractions.
@NullMarked
package io.windrose.traffic.match;

import org.jspecify.annotations.NullMarked;
