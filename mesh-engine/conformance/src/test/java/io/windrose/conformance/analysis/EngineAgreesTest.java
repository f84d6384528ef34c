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
import org.junit.jupiter.api.Test;

/// Generated meshes: what a finding says will happen does happen in a proxy of that mesh, and what
/// no finding says does not. `-Dwindrose.long=true` makes 2,000 of each kind. The figures are in
/// `target/engine-agrees.txt`.
final class EngineAgreesTest {
    private static final boolean LONG = Boolean.getBoolean("windrose.long");
    private static final int MESHES = Integer.getInteger("windrose.meshes", LONG ? 2_000 : 60);
    private static final int POLICIES = Integer.getInteger("windrose.meshes", LONG ? 2_000 : 15);

    @Test
    void routesLeadWhereTheFindingsSay() throws IOException {
        int findings = 0;
        long requests = 0;
        for (int seed = 0; seed < MESHES; seed++) {
            var text = Rules.mesh(seed);
            var verdicts = RouteVerdicts.of(mesh(text));
            assertThat(verdicts.contradictions()).as("seed %s%n%s", seed, text).isEmpty();
            findings += verdicts.findings();
            requests += verdicts.requests();
        }
        figures("routes", MESHES, findings, requests);
        assertThat(findings).isGreaterThan(MESHES);
    }

    @Test
    void gatewaysUseTheRoutesThatNoFindingCallsUseless() throws IOException {
        int findings = 0;
        long requests = 0;
        for (int seed = 0; seed < MESHES; seed++) {
            var text = GatewayVerdict.text(seed);
            var verdict = GatewayVerdict.of(mesh(text));
            assertThat(verdict.isUsed())
                    .as("seed %s%n%s", seed, text)
                    .isEqualTo(!verdict.isClaimed());
            findings += verdict.isClaimed() ? 1 : 0;
            requests += verdict.requests();
        }
        figures("gateways", MESHES, findings, requests);
        assertThat(findings).isPositive().isLessThan(MESHES);
    }

    @Test
    void policiesLetThroughWhatTheFindingsSay() throws IOException {
        int findings = 0;
        long requests = 0;
        for (int seed = 0; seed < POLICIES; seed++) {
            var policies = Policies.any(seed);
            var verdicts = PolicyVerdicts.of(mesh(policies.text()), policies.words());
            assertThat(verdicts.contradictions())
                    .as("seed %s%n%s", seed, policies.text())
                    .isEmpty();
            findings += verdicts.findings();
            requests += verdicts.requests();
        }
        figures("policies", POLICIES, findings, requests);
        assertThat(findings).isGreaterThan(POLICIES / 2);
    }

    private static void figures(String what, int meshes, int findings, long requests)
            throws IOException {
        Files.writeString(
                Files.createDirectories(Path.of("target"))
                        .resolve("engine-agrees-" + what + ".txt"),
                "%s: %d meshes, %d findings with an effect, %d requests%n"
                        .formatted(what, meshes, findings, requests));
    }

    private static Mesh mesh(String text) {
        return switch (YamlFile.parse("mesh.yaml", text)) {
            case Result.Ok<YamlFile>(var file, _) -> Mesh.of(MeshObject.of(file), Settings.DEFAULT);
            case Result.Err<YamlFile>(var problems) -> throw new AssertionError(problems + text);
        };
    }
}
