/// Drafts, their problems and what could be written, without a screen.
@NullMarked
package io.windrose.session.edit;

import org.jspecify.annotations.NullMarked;
