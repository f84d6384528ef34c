/// What a mesh configuration can say, and whether it is well said.
@NullMarked
package io.windrose.config;

import org.jspecify.annotations.NullMarked;
