/// Editing on the screen: what several of its parts share.
@NullMarked
package io.windrose.view;

import org.jspecify.annotations.NullMarked;
