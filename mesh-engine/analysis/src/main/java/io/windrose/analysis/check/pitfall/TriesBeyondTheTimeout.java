package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.patch.Value;
import io.windrose.config.resource.HttpRoute;
import io.windrose.config.resource.VirtualService;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/// Retries for which the route's timeout leaves no time.
///
/// @see <a href="https://www.envoyproxy.io/docs/envoy/latest/faq/configuration/timeouts">Envoy: the
///   timeout of a route includes all retries</a>
final class TriesBeyondTheTimeout extends Pitfall implements ObjectCheck {
    TriesBeyondTheTimeout() {
        super("WR0204");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject object, Consumer<Finding> found) {
        if (object.resource().orElse(null) instanceof VirtualService rule) {
            var routes = object.spec().items("http");
            for (int i = 0; i < rule.http().size(); i++) {
                check(rule.http().get(i), routes.get(i), found);
            }
        }
    }

    private void check(HttpRoute route, Node at, Consumer<Finding> found) {
        var timeout = route.timeout().orElse(Duration.ZERO);
        var perTry =
                route.retries().flatMap(retries -> retries.perTryTimeout()).orElse(Duration.ZERO);
        if (timeout.isZero() || perTry.isZero()) {
            return;
        }
        int tries = route.retries().orElseThrow().attempts() + 1;
        var needed = perTry.multipliedBy(tries);
        if (tries > 1 && needed.compareTo(timeout) > 0) {
            var node = at.get("timeout");
            found.accept(
                    Finding.of(
                                    code(),
                                    node,
                                    "%d tries of %s do not fit into %s: after that the request is given up whatever try it is at."
                                            .formatted(tries, words(perTry), words(timeout)))
                            .with(
                                    Fix.of(
                                            "Allow " + words(needed),
                                            at.object(),
                                            patch ->
                                                    patch.set(
                                                            node.tree(),
                                                            new Value.Text(words(needed))))));
        }
    }

    /// As people write it: `2s`, `1500ms`.
    private static String words(Duration duration) {
        return duration.toMillisPart() == 0
                ? duration.toSeconds() + "s"
                : duration.toMillis() + "ms";
    }
}
