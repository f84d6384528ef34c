/// What has ended, told to metrics and access logs.
@NullMarked
package io.windrose.proxy.report;

import org.jspecify.annotations.NullMarked;
