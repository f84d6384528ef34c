/// Keys and certificates: this workload's own, kept fresh, and those that arrive by xDS.
@NullMarked
package io.windrose.proxy.secret;

import org.jspecify.annotations.NullMarked;
