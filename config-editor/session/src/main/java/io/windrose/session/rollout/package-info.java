/// A shift of traffic on its way: asked, acknowledged, observed, guarded, taken back.
@NullMarked
package io.windrose.session.rollout;

import org.jspecify.annotations.NullMarked;
