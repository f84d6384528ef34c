package io.windrose.traffic.route;

import java.time.Duration;

/// What of a request decides on its host, for clusters that balance by hash.
///
/// @param terminal when this rule gives a hash, the rules behind it do not count
public record HashRule(Source source, boolean terminal) {

    /// Where the hashed text comes from.
    public sealed interface Source {}

    public record Header(String name) implements Source {}

    /// @param lifetime of a cookie that is made when the request has none; negative makes none,
    ///   zero one that ends with the browser's session
    public record Cookie(String name, String path, Duration lifetime) implements Source {}

    public record ClientAddress() implements Source {}

    public record QueryParameter(String name) implements Source {}
}
