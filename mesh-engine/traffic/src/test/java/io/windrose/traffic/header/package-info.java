/// Templates and changes of headers.
@NullMarked
package io.windrose.traffic.header;

import org.jspecify.annotations.NullMarked;
