/// Which host gets the next request, which hosts sit out, and how much may run at once.
@NullMarked
package io.windrose.traffic.balance;

import org.jspecify.annotations.NullMarked;
