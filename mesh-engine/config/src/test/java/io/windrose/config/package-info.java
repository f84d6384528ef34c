@NullMarked
package io.windrose.config;

import org.jspecify.annotations.NullMarked;
