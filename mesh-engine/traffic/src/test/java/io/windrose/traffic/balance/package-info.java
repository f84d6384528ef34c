/// Shares, panic, limits and ejections.
@NullMarked
package io.windrose.traffic.balance;

import org.jspecify.annotations.NullMarked;
