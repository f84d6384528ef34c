/// One proxy, and everything about the mesh that its translation may look at.
@NullMarked
package io.windrose.translate.scope;

import org.jspecify.annotations.NullMarked;
