package io.windrose.translate.listener;

/// Where a chain that reads HTTP stands; decides whom it trusts and what it tells about the client.
enum HttpSide {
    SIDECAR_INBOUND,
    SIDECAR_OUTBOUND,
    GATEWAY
}
