package io.windrose.translate.listener;

import io.envoyproxy.envoy.config.core.v3.Address;
import io.envoyproxy.envoy.config.core.v3.SocketAddress;
import io.windrose.translate.scope.ProxySettings;
import io.windrose.translate.scope.ProxyTraits;

/// An address and port that a listener stands for.
record Socket(String address, int port) {

    /// All addresses of the machine.
    static Socket wildcard(ProxyTraits proxy, int port) {
        return new Socket(wildcardAddress(proxy), port);
    }

    private static String wildcardAddress(ProxyTraits proxy) {
        return proxy.ipFamily() == ProxyTraits.IpFamily.V6 ? "::" : "0.0.0.0";
    }

    /// Where a listener that stands for this really binds: sandboxes put every proxy on an address
    /// or a block of ports of its own.
    ///
    /// @param otherwise the address when the proxy asks for none
    Socket bound(ProxySettings settings, String otherwise) {
        var bind = settings.outboundBind().isEmpty() ? otherwise : settings.outboundBind();
        return new Socket(bind, port + settings.outboundPortOffset());
    }

    boolean isWildcard() {
        return address.equals("0.0.0.0") || address.equals("::");
    }

    /// `0.0.0.0_9080`, as Istio names listeners.
    String listenerName() {
        return (address.contains(":") ? "[" + address + "]" : address) + "_" + port;
    }

    Address toAddress() {
        return Address.newBuilder()
                .setSocketAddress(SocketAddress.newBuilder().setAddress(address).setPortValue(port))
                .build();
    }
}
