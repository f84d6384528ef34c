package io.windrose.conformance.kubernetes;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What people write in members that are text of no listed words.
final class Words {
    private static final List<String> ANY = List.of("abc", "shop", "v1");

    /// One of them is right wherever a text has a syntax.
    private static final List<String> SYNTAX =
            List.of(
                    "5s",
                    "250ms",
                    "a.example.com",
                    "https://a.example.com",
                    "/a",
                    "spiffe://a/b",
                    "System",
                    "example.com/gateway",
                    "50MB",
                    "http_requests",
                    "warn",
                    "IPAddress",
                    "HTTP",
                    "1.5");

    /// At the edge of what some syntax takes.
    static final List<String> ODD =
            List.of(
                    "*",
                    "/a/../b",
                    "/a//b",
                    "/a%2fb",
                    "/%zz",
                    "/ä",
                    "/a?b#c",
                    "a/b",
                    "/a/.",
                    "1.5s",
                    "100000s",
                    "1h1m1s1ms",
                    "10.0.0.1",
                    "::1",
                    "a..b",
                    "A.example.com",
                    "*.example.com",
                    "a.*.com",
                    "-a",
                    "a b",
                    "a\tb",
                    "x_y",
                    "Service",
                    "Gateway",
                    "Hostname",
                    "IPAddress",
                    "NamedAddress",
                    "example.com/a",
                    "System",
                    "HTTP",
                    "HTTPS",
                    "TLS",
                    "TCP",
                    "Terminate",
                    "Passthrough",
                    "Exact",
                    "RegularExpression",
                    "PathPrefix",
                    "ReplacePrefixMatch",
                    "URLRewrite",
                    "CORS",
                    "Header",
                    "https://*.example.com:8080",
                    "ftp://a",
                    "(a",
                    "true",
                    "1",
                    "0");

    private static final Set<String> USUAL =
            Set.of(
                    "address",
                    "applyTo",
                    "backendRefs",
                    "expr",
                    "filters",
                    "groups",
                    "from",
                    "host",
                    "hosts",
                    "issuer",
                    "listeners",
                    "lua",
                    "matches",
                    "operation",
                    "parentRefs",
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
    /// @param pattern of which part of it must match; empty for any text
    static List<String> of(String name, boolean url, String pattern) {
        var words = of(name, url);
        if (pattern.isEmpty()) {
            return words;
        }
        var syntax = Pattern.compile(pattern);
        return Stream.of(words, SYNTAX)
                .map(some -> some.stream().filter(one -> syntax.matcher(one).find()).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElse(words);
    }

    private static List<String> of(String name, boolean url) {
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
            case "expr" -> List.of("up == 0", "sum by (a) (rate(x[5m])) > 1", "vector(1)");
            case "hostnames" -> List.of("a.example.com", "*.example.com");
            case "grpcStatus" -> List.of("UNAVAILABLE");
            case "regex" -> List.of("a.*", "[0-9]+");
            case "expression" -> List.of("response.code >= 400", "true");
            case "value" -> List.of("abc", "request.host");
            default -> url ? List.of("https://a.example.com/x") : ANY;
        };
    }
}
