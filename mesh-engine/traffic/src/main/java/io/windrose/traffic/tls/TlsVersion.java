package io.windrose.traffic.tls;

/// The versions of TLS that a context can be limited to.
public enum TlsVersion {
    V1_2,
    V1_3
}
