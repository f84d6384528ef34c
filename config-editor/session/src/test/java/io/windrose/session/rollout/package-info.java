@NullMarked
package io.windrose.session.rollout;

import org.jspecify.annotations.NullMarked;
