package io.windrose.proxy.xds;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;

/// The name inside a packed resource.
final class NamedAny {
    private NamedAny() {}

    /// @return empty when the resource cannot be read
    static String name(XdsType type, Any resource) {
        try {
            return XdsType.name(type.unpack(resource));
        } catch (InvalidProtocolBufferException _) {
            return "";
        }
    }
}
