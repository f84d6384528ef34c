package io.windrose.conformance.kubernetes;

import java.util.List;
import java.util.Set;

/// What people write in members that are text of no listed words.
final class Words {
    private static final List<String> ANY = List.of("abc", "shop", "v1");

    private static final Set<String> USUAL =
            Set.of(
                    "address",
                    "applyTo",
                    "from",
                    "host",
                    "hosts",
                    "issuer",
                    "lua",
                    "operation",
                    "patch",
                    "port",
                    "protocol",
                    "route",
                    "servers",
                    "to",
                    "value",
                    "values");

    private Words() {}

    static String key(String name) {
        return switch (name) {
            case "ports" -> "http";
            case "portLevelMtls" -> "8080";
            case "headers", "withoutHeaders", "add", "set" -> "x-user";
            default -> "app";
        };
    }

    /// Whether most people write this member wherever it may stand.
    static boolean isUsual(String name) {
        return USUAL.contains(name);
    }

    /// @param url whether it is to be one
    static List<String> of(String name, boolean url) {
        return switch (name) {
            case "host", "targetHost", "service" -> List.of("reviews", "a.example.com");
            case "hosts", "sniHosts", "sni", "notHosts", "subjectAltNames", "domainName" ->
                    List.of("a.example.com", "b.example.com", "c.example.com", "reviews.shop.svc");
            case "url", "jwksUri", "jwks_uri" -> List.of("https://a.example.com/x");
            case "address", "bind" -> List.of("10.0.0.1", "10.1.2.3");
            case "addresses",
                    "destinationSubnets",
                    "sourceSubnet",
                    "ipBlocks",
                    "notIpBlocks",
                    "remoteIpBlocks",
                    "notRemoteIpBlocks" ->
                    List.of("10.0.0.0/8", "10.2.3.4");
            case "protocol" -> List.of("HTTP", "TCP", "HTTPS", "TLS");
            case "exportTo" -> List.of(".", "*", "shop");
            case "gateways" -> List.of("mesh", "shop/front");
            case "kind" -> List.of("Gateway");
            case "group" -> List.of("gateway.networking.k8s.io");
            case "ports", "notPorts" -> List.of("8080", "80");
            case "paths", "notPaths" -> List.of("/a", "/b*");
            case "methods", "notMethods", "allowMethods" -> List.of("GET", "POST");
            case "principals", "notPrincipals" -> List.of("cluster.local/ns/shop/sa/cart");
            case "serviceAccounts", "notServiceAccounts" -> List.of("shop/cart", "cart");
            case "key" -> List.of("request.headers[x-user]", "source.namespace");
            case "sha256" -> List.of("");
            case "from", "to" -> List.of("us/a/*", "eu");
            case "locality" -> List.of("us/a/b", "eu");
            case "time", "timeout", "maxAge", "interval", "ttl", "fixedDelay" ->
                    List.of("5s", "100ms");
            case "retryOn" -> List.of("5xx", "503", "connect-failure");
            case "defaultEndpoint" -> List.of("127.0.0.1:8080");
            case "bytes" -> List.of("aGVsbG8=");
            case "verificationKey", "namespace" -> ANY;
            case "path" -> List.of("/", "/tmp/log");
            case "grpcStatus" -> List.of("UNAVAILABLE");
            case "regex" -> List.of("a.*", "[0-9]+");
            case "expression" -> List.of("response.code >= 400", "true");
            case "value" -> List.of("abc", "request.host");
            default -> url ? List.of("https://a.example.com/x") : ANY;
        };
    }
}
