/// The Configuration screen: everything in the folder, one draft per file, and the way to apply it.
@NullMarked
package io.windrose.view.config;

import org.jspecify.annotations.NullMarked;
