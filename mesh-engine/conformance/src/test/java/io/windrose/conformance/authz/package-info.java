/// What istiod makes of authorization policies, and what we make of them.
@NullMarked
package io.windrose.conformance.authz;

import org.jspecify.annotations.NullMarked;
