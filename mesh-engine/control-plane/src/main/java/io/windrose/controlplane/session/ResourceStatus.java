package io.windrose.controlplane.session;

import io.windrose.translate.XdsType;
import java.util.Optional;

/// One resource at one proxy.
///
/// @param sent version that was sent last; empty when its removal was
/// @param accepted version that the proxy acknowledged last; empty when it never did
public record ResourceStatus(
        XdsType type, String name, Optional<String> sent, Optional<String> accepted) {

    public boolean isSynced() {
        return sent.equals(accepted);
    }
}
