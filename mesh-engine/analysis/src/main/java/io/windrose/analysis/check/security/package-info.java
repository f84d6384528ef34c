/// Mutual TLS, authorization and tokens: the checks about them.
@NullMarked
package io.windrose.analysis.check.security;

import org.jspecify.annotations.NullMarked;
