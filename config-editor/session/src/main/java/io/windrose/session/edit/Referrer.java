package io.windrose.session.edit;

import io.windrose.analysis.Hosts;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.kernel.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// An object that names another one which goes.
///
/// @param object that it names, `Kind namespace/name`
/// @param place where it does, with the object that does
/// @param what it says there, e.g. `subset v2`
public record Referrer(String object, Place place, String what) {
    private static final List<String> PROTOCOLS = List.of("http", "tls", "tcp");

    /// @param gone objects that are no longer there
    /// @param left all that are
    /// @return by object that goes, then in the order of those that are left; often empty
    static List<Referrer> to(List<MeshObject> gone, List<MeshObject> left) {
        var found = new LinkedHashSet<Referrer>();
        for (var object : gone) {
            for (var other : left) {
                names(object, left, other).forEach(node -> found.add(of(object, node)));
            }
        }
        return List.copyOf(found);
    }

    private static Referrer of(MeshObject object, Node node) {
        var key = node.name().isEmpty() ? node.around().name() : node.name();
        return new Referrer(object.label(), node.place(), key + " " + node.text());
    }

    /// Where the other one names the object, and nothing that is left answers to the name.
    private static Stream<Node> names(MeshObject object, List<MeshObject> left, MeshObject other) {
        return switch (object.kind()) {
            case Kinds.DESTINATION_RULE ->
                    destinations(other)
                            .filter(one -> isFor(one, host(object), object))
                            .map(one -> one.get("subset"))
                            .filter(one -> defines(object, one))
                            .filter(one -> left.stream().noneMatch(rule -> isRule(rule, one)));
            case Kinds.GATEWAY -> gateways(other).filter(one -> isNamed(one, object));
            case Kinds.VIRTUAL_SERVICE ->
                    other.kind().equals(Kinds.VIRTUAL_SERVICE)
                            ? other.spec().items("http").stream()
                                    .map(one -> one.get("delegate"))
                                    .filter(one -> isDelegate(one, object))
                                    .map(one -> one.get("name"))
                            : Stream.of();
            case Kinds.SERVICE -> hosts(other).filter(one -> isHost(one, host(object), object));
            case Kinds.SERVICE_ENTRY ->
                    object.spec().texts("hosts").stream()
                            .flatMap(host -> hosts(other).filter(one -> isHost(one, host, object)));
            case Kinds.SECRET -> credentials(other).filter(one -> isSecret(one, object));
            case Kinds.SERVICE_ACCOUNT -> accounts(other).filter(one -> isAccount(one, object));
            default -> Stream.of();
        };
    }

    private static String host(MeshObject object) {
        return object.kind().equals(Kinds.SERVICE) ? object.name() : object.spec().text("host");
    }

    private static boolean isHost(Node host, String name, MeshObject object) {
        return !host.text().isEmpty()
                && Hosts.complete(host.text(), host.object().namespace())
                        .equals(Hosts.complete(name, object.namespace()));
    }

    private static boolean isFor(Node destination, String host, MeshObject object) {
        return isHost(destination.get("host"), host, object);
    }

    private static boolean defines(MeshObject rule, Node subset) {
        return !subset.text().isEmpty()
                && rule.spec().items("subsets").stream()
                        .anyMatch(one -> one.text("name").equals(subset.text()));
    }

    private static boolean isRule(MeshObject rule, Node subset) {
        return rule.kind().equals(Kinds.DESTINATION_RULE)
                && isFor(subset.around(), host(rule), rule)
                && defines(rule, subset);
    }

    private static Stream<Node> destinations(MeshObject rule) {
        if (!rule.kind().equals(Kinds.VIRTUAL_SERVICE)) {
            return Stream.of();
        }
        var found = new ArrayList<Node>();
        for (var protocol : PROTOCOLS) {
            for (var route : rule.spec().items(protocol)) {
                route.items("route").forEach(one -> found.add(one.get("destination")));
                found.add(route.get("mirror"));
                route.items("mirrors").forEach(one -> found.add(one.get("destination")));
            }
        }
        return found.stream();
    }

    /// Where a route or rule names hosts.
    static Stream<Node> hosts(MeshObject other) {
        return switch (other.kind()) {
            case Kinds.VIRTUAL_SERVICE ->
                    Stream.concat(
                            other.spec().items("hosts").stream(),
                            destinations(other).map(one -> one.get("host")));
            case Kinds.DESTINATION_RULE -> Stream.of(other.spec().get("host"));
            default -> Stream.of();
        };
    }

    private static Stream<Node> gateways(MeshObject other) {
        if (!other.kind().equals(Kinds.VIRTUAL_SERVICE)) {
            return Stream.of();
        }
        var ofRoutes =
                PROTOCOLS.stream()
                        .flatMap(protocol -> other.spec().items(protocol).stream())
                        .flatMap(route -> route.items("match").stream())
                        .flatMap(match -> match.items("gateways").stream());
        return Stream.concat(other.spec().items("gateways").stream(), ofRoutes);
    }

    private static boolean isNamed(Node reference, MeshObject object) {
        var written = reference.text();
        int slash = written.indexOf('/');
        var namespace = slash < 0 ? reference.object().namespace() : written.substring(0, slash);
        return written.substring(slash + 1).equals(object.name())
                && namespace.equals(object.namespace());
    }

    private static boolean isDelegate(Node delegate, MeshObject object) {
        var namespace = delegate.text("namespace");
        return delegate.text("name").equals(object.name())
                && (namespace.isEmpty() ? delegate.object().namespace() : namespace)
                        .equals(object.namespace());
    }

    private static Stream<Node> credentials(MeshObject other) {
        return switch (other.kind()) {
            case Kinds.GATEWAY ->
                    other.spec().items("servers").stream()
                            .map(server -> server.get("tls", "credentialName"));
            case Kinds.DESTINATION_RULE ->
                    Stream.of(other.spec().get("trafficPolicy", "tls", "credentialName"));
            default -> Stream.of();
        };
    }

    /// A name alone is looked up where the workload runs, which may be anywhere.
    private static boolean isSecret(Node reference, MeshObject secret) {
        var written = reference.text();
        int slash = written.indexOf('/');
        return written.substring(slash + 1).equals(secret.name())
                && (slash < 0 || written.substring(0, slash).equals(secret.namespace()));
    }

    private static Stream<Node> accounts(MeshObject other) {
        return switch (other.kind()) {
            case Kinds.DEPLOYMENT ->
                    Stream.of(other.spec().get("template", "spec", "serviceAccountName"));
            case Kinds.AUTHORIZATION_POLICY ->
                    other.spec().items("rules").stream()
                            .flatMap(rule -> rule.items("from").stream())
                            .flatMap(from -> from.get("source").items("principals").stream());
            default -> Stream.of();
        };
    }

    private static boolean isAccount(Node reference, MeshObject account) {
        var written = reference.text();
        return written.endsWith("/ns/%s/sa/%s".formatted(account.namespace(), account.name()))
                || (written.equals(account.name())
                        && reference.object().namespace().equals(account.namespace()));
    }
}
