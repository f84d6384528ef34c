/// PromQL questions and answers, and direct scraping where there is no Prometheus.
@NullMarked
package io.windrose.prometheus;

import org.jspecify.annotations.NullMarked;
