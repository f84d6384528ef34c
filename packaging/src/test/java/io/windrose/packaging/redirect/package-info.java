/// Sidecars in front of programs that know nothing of them, as a cluster's pods have them.
@NullMarked
package io.windrose.packaging.redirect;

import org.jspecify.annotations.NullMarked;
