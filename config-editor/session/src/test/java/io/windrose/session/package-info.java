@NullMarked
package io.windrose.session;

import org.jspecify.annotations.NullMarked;
