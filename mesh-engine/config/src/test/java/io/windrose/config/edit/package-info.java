/// Random edits of texts, and what they must leave alone.
@NullMarked
package io.windrose.config.edit;

import org.jspecify.annotations.NullMarked;
