/// YAML and JSON text as a tree that knows where each of its nodes stands, so that the text can be
/// edited in place and nothing of it is lost.
@NullMarked
package io.windrose.config.tree;

import org.jspecify.annotations.NullMarked;
