package io.windrose.controlplane.push;

import io.windrose.translate.Translator;
import io.windrose.translate.XdsResources;
import io.windrose.translate.scope.ProxyNode;
import io.windrose.translate.scope.ProxyScope;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/// The translations of one version of the mesh, made on demand and shared by all proxies whose
/// scopes are equal; what a new version leaves as it was is taken from the last one.
///
/// Usable from any thread. Two threads that need the same translation wait for one of them; other
/// translations go on.
public final class Translations {
    private final MeshVersion version;
    private final Function<ProxyScope, XdsResources> translator;
    private final ConcurrentMap<ProxyScope, XdsResources> last;
    private final ConcurrentMap<ProxyScope, XdsResources> made = new ConcurrentHashMap<>();

    private Translations(
            MeshVersion version,
            Function<ProxyScope, XdsResources> translator,
            ConcurrentMap<ProxyScope, XdsResources> last) {
        this.version = version;
        this.translator = translator;
        this.last = last;
    }

    public static Translations of(MeshVersion version) {
        return of(version, Translator::resources);
    }

    static Translations of(MeshVersion version, Function<ProxyScope, XdsResources> translator) {
        return new Translations(version, translator, new ConcurrentHashMap<>());
    }

    public Translations next(MeshVersion newer) {
        return new Translations(newer, translator, made);
    }

    public MeshVersion version() {
        return version;
    }

    public XdsResources of(ProxyNode node) {
        var scope = ProxyScope.of(version.mesh(), node);
        return made.computeIfAbsent(
                scope,
                key -> {
                    var known = last.get(key);
                    return known == null ? translator.apply(key) : known;
                });
    }
}
