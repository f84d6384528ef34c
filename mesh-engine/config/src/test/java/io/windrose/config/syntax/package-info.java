/// Tests of the small languages inside of fields.
@NullMarked
package io.windrose.config.syntax;

import org.jspecify.annotations.NullMarked;
