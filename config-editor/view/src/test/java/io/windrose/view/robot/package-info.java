/// What tests of views share.
@NullMarked
package io.windrose.view.robot;

import org.jspecify.annotations.NullMarked;
