/// Telemetry, patches of Envoy and plug-ins: the checks about them.
@NullMarked
package io.windrose.analysis.check.extension;

import org.jspecify.annotations.NullMarked;
