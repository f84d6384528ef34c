package io.windrose.conformance.analysis;

import io.windrose.conformance.analysis.PolicyWords.Attribute;
import io.windrose.traffic.authorize.Caller;
import io.windrose.traffic.match.IpAddress;
import java.util.List;
import java.util.Map;

/// A request and who makes it.
///
/// @param values of every attribute; empty for none
/// @param head the request itself
/// @param known the caller, where mutual TLS makes him known
/// @param unknown the same without a name
record Call(Map<Attribute, String> values, Ask head, Caller known, Caller unknown) {

    Call(Map<Attribute, String> values) {
        var user = values.getOrDefault(Attribute.USER, "");
        var head =
                new Ask(
                        values.getOrDefault(Attribute.METHOD, ""),
                        values.getOrDefault(Attribute.HOST, ""),
                        values.getOrDefault(Attribute.PATH, ""),
                        user.isEmpty() ? Map.of() : Map.of("x-user", user),
                        0);
        var name = values.getOrDefault(Attribute.CALLER, "");
        this(values, head, caller(values, name), caller(values, ""));
    }

    private static Caller caller(Map<Attribute, String> values, String name) {
        return new Caller(
                !name.isEmpty(),
                name.isEmpty() ? List.of() : List.of("spiffe://" + name),
                IpAddress.parse("10.2.0.1"),
                Integer.parseInt(values.getOrDefault(Attribute.PORT, "")),
                IpAddress.parse(values.getOrDefault(Attribute.ADDRESS, "")),
                IpAddress.parse(values.getOrDefault(Attribute.CLIENT, "")),
                "");
    }

    int port() {
        return known.localPort();
    }

    boolean isNamed() {
        return known.authenticated();
    }
}
