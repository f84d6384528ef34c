package io.windrose.proxy.bootstrap;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;

/// Where a server of ours listens, as configurations name it.
public sealed interface ServerAddress {

    /// @param host a name or an IP address
    record Tcp(String host, int port) implements ServerAddress {
        @Override
        public String toString() {
            return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        }
    }

    /// @param path of a socket file; relative to the working directory
    record Unix(String path) implements ServerAddress {
        @Override
        public String toString() {
            return "unix:" + path;
        }
    }

    /// The address for the JDK's and Netty's sockets; resolves a host name, which may block.
    default SocketAddress socketAddress() {
        return switch (this) {
            case Tcp(var host, var port) -> new InetSocketAddress(host, port);
            case Unix(var path) -> UnixDomainSocketAddress.of(path);
        };
    }
}
