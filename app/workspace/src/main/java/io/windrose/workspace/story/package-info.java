/// What is to be said about a node, an edge or the whole mesh, in finished words and figures.
@NullMarked
package io.windrose.workspace.story;

import org.jspecify.annotations.NullMarked;
