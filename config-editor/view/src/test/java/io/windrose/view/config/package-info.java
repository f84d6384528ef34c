/// The Configuration screen under the hands of a robot, and pictures of it.
@NullMarked
package io.windrose.view.config;

import org.jspecify.annotations.NullMarked;
