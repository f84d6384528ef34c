/// The ADS server: subscriptions, pushes, acknowledgements, and the certificate service.
@NullMarked
package io.windrose.controlplane;

import org.jspecify.annotations.NullMarked;
