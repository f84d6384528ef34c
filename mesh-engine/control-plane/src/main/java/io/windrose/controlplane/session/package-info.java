/// What one stream of a proxy subscribed to, was sent, acknowledged and rejected; without sockets.
@NullMarked
package io.windrose.controlplane.session;

import org.jspecify.annotations.NullMarked;
