/// The smallest edit of a text that changes what it means, with every comment and every untouched
/// byte kept.
@NullMarked
package io.windrose.config.patch;

import org.jspecify.annotations.NullMarked;
