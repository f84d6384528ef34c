package io.windrose.analysis.check.routing;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.kernel.Hostname;
import io.windrose.kernel.Severity;
import io.windrose.registry.ExportTo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// Several ServiceEntries for the same host and port.
final class EntryConflicts implements Check {

    private record Key(Hostname host, int port) {}

    private record Claim(MeshObject entry, Node port, ExportTo exportTo) {

        String protocol() {
            var text = port.text("protocol").toUpperCase(Locale.ROOT);
            return text.isEmpty() ? "TCP" : text;
        }

        /// Whether proxies make one service of both.
        boolean isBeside(Claim other) {
            return entry.namespace().equals(other.entry.namespace())
                    && exportTo.equals(other.exportTo)
                    && entry.labels().equals(other.entry.labels())
                    && entry.spec()
                            .text("resolution")
                            .equals(other.entry.spec().text("resolution"));
        }

        boolean meets(Claim other) {
            return !entry.isSameAs(other.entry) && Names.meet(exportTo, other.exportTo);
        }
    }

    @Override
    public Set<String> codes() {
        return Set.of("IST0177", "KIA1211", "KIA1212");
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        var claims = new LinkedHashMap<Key, List<Claim>>();
        var defaults = mesh.settings().mesh().defaultServiceExportTo();
        for (var entry : mesh.all(Kinds.SERVICE_ENTRY)) {
            var exportTo = Names.exportTo(entry, defaults);
            for (var host : entry.spec().texts("hosts")) {
                for (var port : entry.spec().items("ports")) {
                    var key = new Key(new Hostname(host), port.get("number").whole(0));
                    claims.computeIfAbsent(key, _ -> new ArrayList<>())
                            .add(new Claim(entry, port, exportTo));
                }
            }
        }
        claims.forEach((key, same) -> same.forEach(claim -> check(key, claim, same, found)));
    }

    private static void check(Key key, Claim claim, List<Claim> all, Consumer<Finding> found) {
        var others = all.stream().filter(claim::meets).toList();
        if (others.isEmpty()) {
            return;
        }
        var different =
                others.stream()
                        .filter(other -> !other.protocol().equals(claim.protocol()))
                        .findFirst();
        if (different.isEmpty()) {
            found.accept(
                    Finding.of(
                                    "KIA1211",
                                    claim.port(),
                                    "%s has port %d of %s, too; %s."
                                            .formatted(
                                                    others.getFirst().entry().label(),
                                                    key.port(),
                                                    key.host(),
                                                    claim.isBeside(others.getFirst())
                                                            ? "proxies use the endpoints of both"
                                                            : "a proxy takes the one of its own namespace, else the older"))
                            .at(
                                    claim.isBeside(others.getFirst())
                                            ? Severity.INFO
                                            : Severity.WARNING));
            return;
        }
        var other = different.get();
        var protocol = claim.port().get("protocol");
        found.accept(
                Finding.of(
                                "IST0177",
                                protocol.exists() ? protocol : claim.port(),
                                "%s says that port %d of %s speaks %s, not %s; %s."
                                        .formatted(
                                                other.entry().label(),
                                                key.port(),
                                                key.host(),
                                                other.protocol(),
                                                claim.protocol(),
                                                claim.isBeside(other)
                                                        ? "proxies take the older of both"
                                                        : "a proxy takes the one of its own namespace, else the older"))
                        .also("KIA1212"));
    }
}
