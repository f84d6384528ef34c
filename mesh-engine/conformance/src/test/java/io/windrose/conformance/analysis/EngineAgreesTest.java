package io.windrose.conformance.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Settings;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Generated meshes: what a finding says will happen does happen in a proxy of that mesh, and what
/// no finding says does not. `-Dwindrose.long=true` makes 2,000 of each kind. The figures are in
/// `target/engine-agrees-*.txt`.
final class EngineAgreesTest {
    private static final boolean LONG = Boolean.getBoolean("windrose.long");
    private static final int MESHES = Integer.getInteger("windrose.meshes", LONG ? 2_000 : 60);
    private static final int POLICIES = Integer.getInteger("windrose.meshes", LONG ? 2_000 : 12);

    @Test
    void routesLeadWhereTheFindingsSay() throws IOException {
        var tally = new Tally();
        for (int seed = 0; seed < MESHES; seed++) {
            var text = Rules.mesh(seed);
            var verdicts = RouteVerdicts.of(mesh(text));
            tally.add(seed, text, verdicts.contradictions());
            tally.add(verdicts.findings(), verdicts.requests());
        }
        tally.write("routes", MESHES);
        assertThat(tally.contradictions).isEmpty();
        assertThat(tally.findings).isGreaterThan(MESHES);
    }

    @Test
    void gatewaysUseTheRoutesThatNoFindingCallsUseless() throws IOException {
        var tally = new Tally();
        for (int seed = 0; seed < MESHES; seed++) {
            var text = GatewayVerdict.text(seed);
            var verdict = GatewayVerdict.of(mesh(text));
            boolean agree = verdict.isUsed() != verdict.isClaimed();
            tally.add(seed, text, agree ? List.of() : List.of("used: " + verdict.isUsed()));
            tally.add(verdict.isClaimed() ? 1 : 0, verdict.requests());
        }
        tally.write("gateways", MESHES);
        assertThat(tally.contradictions).isEmpty();
        assertThat(tally.findings).isPositive().isLessThan(MESHES);
    }

    @Test
    void policiesLetThroughWhatTheFindingsSay() throws IOException {
        var tally = new Tally();
        for (int seed = 0; seed < POLICIES; seed++) {
            var policies = Policies.any(seed);
            var verdicts = PolicyVerdicts.of(mesh(policies.text()), policies.words());
            tally.add(seed, policies.text(), verdicts.contradictions());
            tally.add(verdicts.findings(), verdicts.requests());
        }
        tally.write("policies", POLICIES);
        assertThat(tally.contradictions).isEmpty();
        assertThat(tally.findings).isGreaterThan(POLICIES / 2);
    }

    /// What came out for all meshes, so that one look shows every contradiction.
    private static final class Tally {
        private final List<String> contradictions = new ArrayList<>();
        private int findings;
        private long requests;

        void add(int findings, long requests) {
            this.findings += findings;
            this.requests += requests;
        }

        /// @param mesh is told with the first one only
        void add(int seed, String mesh, List<String> more) {
            for (var one : more) {
                var text = contradictions.isEmpty() ? "\n" + mesh : "";
                contradictions.add("seed %d: %s%s".formatted(seed, one, text));
            }
        }

        void write(String what, int meshes) throws IOException {
            Files.writeString(
                    Files.createDirectories(Path.of("target"))
                            .resolve("engine-agrees-" + what + ".txt"),
                    "%s: %d meshes, %d findings with an effect, %d requests, %d contradictions%n"
                            .formatted(what, meshes, findings, requests, contradictions.size()));
        }
    }

    private static Mesh mesh(String text) {
        return switch (YamlFile.parse("mesh.yaml", text)) {
            case Result.Ok<YamlFile>(var file, _) -> Mesh.of(MeshObject.of(file), Settings.DEFAULT);
            case Result.Err<YamlFile>(var problems) -> throw new AssertionError(problems + text);
        };
    }
}
