/// Tests of what is counted and logged.
@NullMarked
package io.windrose.proxy.report;

import org.jspecify.annotations.NullMarked;
