/// Tests of the schemas.
@NullMarked
package io.windrose.config.schema;

import org.jspecify.annotations.NullMarked;
