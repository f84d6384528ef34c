package io.windrose.analysis.check.pitfall;

import io.windrose.analysis.Authorship;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Fix;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.patch.Value;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Canaries that somebody began and nobody ended: requests divided among subsets of one service,
/// and not touched for two weeks. Where it is not known when they were, nothing is said.
final class FrozenWeights extends Pitfall implements ObjectCheck {
    private static final Duration LONG = Duration.ofDays(14);

    FrozenWeights() {
        super("WR0220");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.VIRTUAL_SERVICE);
    }

    @Override
    public void ask(Mesh mesh, MeshObject rule, Consumer<Finding> found) {
        for (var route : rule.spec().items("http")) {
            var shares =
                    route.items("route").stream()
                            .filter(share -> share.get("weight").whole(0) > 0)
                            .toList();
            if (isCanary(shares)) {
                finding(mesh, route, shares).ifPresent(found);
            }
        }
    }

    private static boolean isCanary(List<Node> shares) {
        long hosts = shares.stream().map(one -> one.text("destination", "host")).distinct().count();
        long subsets =
                shares.stream().map(one -> one.text("destination", "subset")).distinct().count();
        return shares.size() > 1 && hosts == 1 && subsets == shares.size();
    }

    private Optional<Finding> finding(Mesh mesh, Node route, List<Node> shares) {
        var at = route.get("route");
        return Authorship.age(mesh, at)
                .filter(age -> age.compareTo(LONG) >= 0)
                .map(_ -> {
                    var most = most(shares);
                    var subset = most.text("destination", "subset");
                    return Finding.of(
                                    code(),
                                    at,
                                    "%s divides the requests, and nobody moves it on: end the canary, or say in a comment that it is meant to last.%s"
                                            .formatted(
                                                    words(shares), Authorship.sentence(mesh, at)))
                            .with(
                                    Fix.of(
                                            "Send all to "
                                                    + (subset.isEmpty() ? "the service" : subset),
                                            route.object(),
                                            patch ->
                                                    shares.forEach(share ->
                                                            patch.set(
                                                                    share.get("weight").tree(),
                                                                    new Value.Whole(
                                                                            share.path()
                                                                                            .equals(
                                                                                                    most
                                                                                                            .path())
                                                                                    ? 100
                                                                                    : 0)))));
                });
    }

    private static Node most(List<Node> shares) {
        return shares.stream()
                .max(Comparator.comparingInt(share -> share.get("weight").whole(0)))
                .orElseThrow();
    }

    /// `v1=90 v2=10`.
    private static String words(List<Node> shares) {
        return String.join(
                " ",
                shares.stream()
                        .map(share ->
                                share.text("destination", "subset")
                                        + "="
                                        + share.get("weight").whole(0))
                        .toList());
    }
}
