package io.windrose.translate.scope;

import io.windrose.config.resource.Gateway;
import io.windrose.config.resource.VirtualService;
import java.util.List;

/// A Gateway that the proxy serves.
///
/// @param virtualServices bound to it and visible to the proxy, in the order of their precedence
public record ServedGateway(Gateway gateway, List<VirtualService> virtualServices) {

    public ServedGateway {
        virtualServices = List.copyOf(virtualServices);
    }
}
