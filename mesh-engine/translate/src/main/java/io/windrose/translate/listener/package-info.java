/// The listeners of one proxy: virtual or bound, inbound, outbound and at gateways.
@NullMarked
package io.windrose.translate.listener;

import org.jspecify.annotations.NullMarked;
