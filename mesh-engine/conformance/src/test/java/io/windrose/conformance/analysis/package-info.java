/// What the analysis says of a mesh beside what a proxy of that mesh does.
@NullMarked
package io.windrose.conformance.analysis;

import org.jspecify.annotations.NullMarked;
