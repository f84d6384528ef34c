/// Tests of metrics, access log and trace context.
@NullMarked
package io.windrose.telemetry;

import org.jspecify.annotations.NullMarked;
