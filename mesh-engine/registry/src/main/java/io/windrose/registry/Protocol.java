package io.windrose.registry;

import java.util.Locale;

/// What a service port speaks, as far as it changes the configuration of a proxy.
public enum Protocol {
    HTTP,
    HTTP2,
    GRPC,
    GRPC_WEB,
    HTTPS,
    TLS,
    TCP,
    MONGO,
    REDIS,
    MYSQL,
    UDP,
    /// Not declared: the proxy looks at the first bytes.
    SNIFFED;

    /// Ports on which the server speaks first, so that sniffing would wait for nothing.
    ///
    /// @see <a href="https://github.com/istio/istio">Istio</a> `pkg/config/kube/conversion.go`
    private static boolean serverSpeaksFirst(int port) {
        return switch (port) {
            case 25, 53, 3306, 27017 -> true;
            default -> false;
        };
    }

    /// The protocol that a ServiceEntry or a Gateway names; unknown words are sniffed.
    public static Protocol named(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "http" -> HTTP;
            case "http2" -> HTTP2;
            case "grpc" -> GRPC;
            case "grpc-web", "grpc_web" -> GRPC_WEB;
            case "https" -> HTTPS;
            case "tls" -> TLS;
            case "tcp" -> TCP;
            case "mongo" -> MONGO;
            case "redis" -> REDIS;
            case "mysql" -> MYSQL;
            case "udp" -> UDP;
            default -> SNIFFED;
        };
    }

    /// The protocol of a port of a Kubernetes Service: `appProtocol` first, then the port's name up
    /// to its first dash, then what is known about the number.
    ///
    /// @param transport `TCP`, `UDP` or `SCTP`
    /// @param appProtocol empty when not set
    public static Protocol ofKubernetes(
            int number, String name, String transport, String appProtocol) {
        if (transport.equalsIgnoreCase("UDP")) {
            return UDP;
        }
        switch (appProtocol) {
            case "" -> {}
            case "kubernetes.io/h2c" -> {
                return HTTP2;
            }
            case "kubernetes.io/ws" -> {
                return HTTP;
            }
            case "kubernetes.io/wss" -> {
                return HTTPS;
            }
            default -> {
                var declared = named(appProtocol);
                if (declared != SNIFFED) {
                    return declared;
                }
            }
        }
        var byName = name.startsWith("grpc-web") ? GRPC_WEB : named(name.split("-", 2)[0]);
        return byName == SNIFFED && serverSpeaksFirst(number) ? TCP : byName;
    }

    public boolean isHttp() {
        return switch (this) {
            case HTTP, HTTP2, GRPC, GRPC_WEB -> true;
            case HTTPS, TLS, TCP, MONGO, REDIS, MYSQL, UDP, SNIFFED -> false;
        };
    }

    public boolean isHttp2() {
        return switch (this) {
            case HTTP2, GRPC, GRPC_WEB -> true;
            case HTTP, HTTPS, TLS, TCP, MONGO, REDIS, MYSQL, UDP, SNIFFED -> false;
        };
    }

    /// Whether the bytes are TLS of the application's own, to be routed by SNI.
    public boolean isTls() {
        return this == HTTPS || this == TLS;
    }

    /// Whether the bytes are passed on unread: declared TCP, or a protocol on top of it.
    public boolean isTcp() {
        return switch (this) {
            case TCP, MONGO, REDIS, MYSQL, HTTPS, TLS -> true;
            case HTTP, HTTP2, GRPC, GRPC_WEB, UDP, SNIFFED -> false;
        };
    }
}
