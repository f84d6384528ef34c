/// The syntax of names, hosts, addresses, durations and patterns, and the words in which a mistake
/// in one of them is said.
@NullMarked
package io.windrose.config.syntax;

import org.jspecify.annotations.NullMarked;
