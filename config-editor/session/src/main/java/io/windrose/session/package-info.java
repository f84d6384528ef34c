/// Drafts and intents turned into validated patches; no JavaFX.
@NullMarked
package io.windrose.session;

import org.jspecify.annotations.NullMarked;
