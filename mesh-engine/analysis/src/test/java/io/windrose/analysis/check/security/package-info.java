/// Whether one rule says more than another, and what is certain of a request.
@NullMarked
package io.windrose.analysis.check.security;

import org.jspecify.annotations.NullMarked;
