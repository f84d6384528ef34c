/// The admin interface: Envoy's endpoints over HTTP, guarded by the run's token.
@NullMarked
package io.windrose.proxy.admin;

import org.jspecify.annotations.NullMarked;
