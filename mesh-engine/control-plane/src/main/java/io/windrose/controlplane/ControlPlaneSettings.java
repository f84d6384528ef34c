package io.windrose.controlplane;

import io.windrose.controlplane.push.Debounce;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Where and how a control plane serves.
///
/// @param xds where proxies connect; port 0 takes any free one
/// @param debug where the operator reads the state over HTTP; always loopback; empty for nowhere
/// @param tlsHosts the names and addresses in the server's certificate; empty for plain text, which
///   is possible on loopback only
/// @param quiet the pause in changes after which proxies are pushed
/// @param longest the time after which they are pushed without a pause
public record ControlPlaneSettings(
        InetSocketAddress xds,
        Optional<InetSocketAddress> debug,
        List<String> tlsHosts,
        Duration quiet,
        Duration longest) {

    public ControlPlaneSettings {
        tlsHosts = List.copyOf(tlsHosts);
    }

    /// Plain text on loopback, any free ports, Istio's own pauses.
    public static ControlPlaneSettings onLoopback() {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return new ControlPlaneSettings(
                anyPort, Optional.of(anyPort), List.of(), Debounce.QUIET, Debounce.LONGEST);
    }

    public ControlPlaneSettings withXds(InetSocketAddress address) {
        return new ControlPlaneSettings(address, debug, tlsHosts, quiet, longest);
    }

    public ControlPlaneSettings withDebug(Optional<InetSocketAddress> address) {
        return new ControlPlaneSettings(xds, address, tlsHosts, quiet, longest);
    }

    public ControlPlaneSettings withTls(List<String> hosts) {
        return new ControlPlaneSettings(xds, debug, hosts, quiet, longest);
    }
}
