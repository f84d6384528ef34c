/// Protobuf messages to and from JSON, whatever types are packed inside them.
@NullMarked
package io.windrose.proxy.wire;

import org.jspecify.annotations.NullMarked;
