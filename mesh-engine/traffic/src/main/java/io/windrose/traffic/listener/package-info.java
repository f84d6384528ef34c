/// Where connections come in, and what is done with them.
@NullMarked
package io.windrose.traffic.listener;

import org.jspecify.annotations.NullMarked;
