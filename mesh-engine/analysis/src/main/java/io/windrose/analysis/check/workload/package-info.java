/// Namespaces, services and what runs: the checks about them.
@NullMarked
package io.windrose.analysis.check.workload;

import org.jspecify.annotations.NullMarked;
