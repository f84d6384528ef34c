/// Fakes, seeded generators and the golden harness that other modules test with.
@NullMarked
package io.windrose.testkit;

import org.jspecify.annotations.NullMarked;
