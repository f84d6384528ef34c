package io.windrose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.windrose.cli.Shell.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnalyzeCommandTest {
    private static final String SERVICE =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: reviews, namespace: shop}
            spec:
              selector: {app: reviews}
              ports: [{name: http, port: 80}]
            """;

    private static final String ROUTE =
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: reviews, namespace: shop}
            spec:
              hosts: [reviews]
              gateways: [mesh, edge]
              http: [{route: [{destination: {host: reviews}}]}]
            """;

    private static final String FOUND =
            "Error [IST0101, KIA1102, IST0132] (VirtualService shop/reviews -:6:20)";

    @TempDir private Path temp;

    @Test
    void aSoundMeshEndsWithZero() {
        assertThat(Shell.runWith(SERVICE, "analyze", "-"))
                .isEqualTo(new Ended(0, "1 object analyzed: nothing found.\n", ""));
        assertThat(Shell.runWith(SERVICE, "analyze", "-o", "json", "-").out()).isEqualTo("[]\n");
        assertThat(Shell.runWith(SERVICE, "analyze", "-o", "yaml", "-").out()).isEqualTo("[]\n");
    }

    @Test
    void whatIsFoundHasItsPlaceAndTheThresholdItsCode() {
        var ended = Shell.runWith(ROUTE, "analyze", "-");

        assertThat(ended.status()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ended.out()).contains(FOUND).contains("edge");
        assertThat(Shell.runWith(SERVICE + "---\n" + ROUTE, "analyze", "-A", "-").out())
                .endsWith("2 objects analyzed: 1 error.\n");
    }

    @Test
    void jsonHasAnItemForEachCode() throws IOException {
        var ended = Shell.runWith(SERVICE + "---\n" + ROUTE, "analyze", "-o", "json", "-");

        var items = new JsonMapper().readTree(ended.out());
        var gateway = items.get(0);
        assertThat(gateway.path("code").asText()).isEqualTo("IST0101");
        assertThat(gateway.path("also").get(0).asText()).isEqualTo("KIA1102");
        assertThat(gateway.path("level").asText()).isEqualTo("error");
        assertThat(gateway.path("resource").asText()).isEqualTo("VirtualService shop/reviews");
        assertThat(gateway.path("file").asText()).isEqualTo("-");
        assertThat(gateway.path("line").asInt()).isEqualTo(13);
        assertThat(gateway.path("reference").asText())
                .isEqualTo("https://istio.io/latest/docs/reference/config/analysis/ist0101/");
        assertThat(items.get(1).path("code").asText()).isEqualTo("KIA1102");
    }

    @Test
    void sarifNamesRulesAndPlaces() throws IOException {
        var ended = Shell.runWith(SERVICE + "---\n" + ROUTE, "analyze", "-o", "sarif", "-");

        var run = new JsonMapper().readTree(ended.out()).path("runs").get(0);
        var result = run.path("results").get(0);
        assertThat(run.path("tool").path("driver").path("rules").get(0).path("id").asText())
                .isEqualTo("IST0101");
        assertThat(result.path("ruleId").asText()).isEqualTo("IST0101");
        assertThat(
                        result.path("locations")
                                .get(0)
                                .path("physicalLocation")
                                .path("region")
                                .path("startLine")
                                .asInt())
                .isEqualTo(13);
    }

    @Test
    void sarifBringsTheRepairWithIt() throws IOException {
        var text = "# \ud83e\udded\n" + SERVICE.replace("name: http, ", "");
        var folder = Files.createDirectories(temp.resolve("my mesh"));
        Files.writeString(folder.resolve("shop.yaml"), text);

        var ended = Shell.run("analyze", "-o", "sarif", folder.toString());

        var result = new JsonMapper().readTree(ended.out()).at("/runs/0/results/0");
        assertThat(result.path("ruleId").asText()).isEqualTo("IST0118");
        var uri = result.at("/locations/0/physicalLocation/artifactLocation/uri").asText();
        assertThat(uri).startsWith("file:///").endsWith("/my%20mesh/shop.yaml");
        var change = result.at("/fixes/0/artifactChanges/0");
        assertThat(change.at("/artifactLocation/uri").asText()).isEqualTo(uri);
        var edit = change.at("/replacements/0");
        int start = text.offsetByCodePoints(0, edit.at("/deletedRegion/charOffset").asInt());
        int end = text.offsetByCodePoints(start, edit.at("/deletedRegion/charLength").asInt());
        var repaired =
                text.substring(0, start)
                        + edit.at("/insertedContent/text").asText()
                        + text.substring(end);
        assertThat(Shell.runWith(repaired, "analyze", "-").out())
                .isEqualTo("1 object analyzed: nothing found.\n");
    }

    @Test
    void whatSomebodyKnowsIsNotToldAgain() throws IOException {
        var mesh = SERVICE + "---\n" + ROUTE;
        var baseline =
                Files.writeString(
                        temp.resolve("known.json"),
                        Shell.runWith(mesh, "analyze", "-o", "json", "-").out());

        assertThat(Shell.runWith(mesh, "analyze", "--baseline", baseline.toString(), "-"))
                .isEqualTo(new Ended(0, "2 objects analyzed: nothing found.\n", ""));
    }

    @Test
    void oneCodeOfOneObjectIsSuppressed() {
        var fault =
                ROUTE.replace("[mesh, edge]", "[mesh]")
                        .replace("[{route", "[{fault: {abort: {httpStatus: 500}}, route");
        var mesh = SERVICE + "---\n" + fault;
        var suppressed = "WR0201=VirtualService *.shop";

        assertThat(Shell.runWith(mesh, "analyze", "--failure-threshold", "warning", "-").status())
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(Shell.runWith(mesh, "analyze", "-").status()).isEqualTo(ExitCode.DONE);
        assertThat(Shell.runWith(mesh, "analyze", "-S", suppressed, "-").out())
                .isEqualTo("2 objects analyzed: nothing found.\n");
    }

    @Test
    void theFirstCodeStandsForTheFindingAndEachOtherForItself() {
        var mesh = SERVICE + "---\n" + ROUTE;

        assertThat(Shell.runWith(mesh, "analyze", "-S", "IST0101=*", "-").out())
                .isEqualTo("2 objects analyzed: nothing found.\n");
        assertThat(Shell.runWith(mesh, "analyze", "-S", "KIA1102=*", "-").out())
                .startsWith("Error [IST0101, IST0132] ");
    }

    @Test
    void aCommentWithAReasonSuppresses() {
        var mesh = SERVICE + "---\n# windrose:ignore IST0101%s\n" + ROUTE;

        assertThat(Shell.runWith(mesh.formatted(" made by the team of the edge"), "analyze", "-"))
                .isEqualTo(new Ended(0, "2 objects analyzed: nothing found.\n", ""));
        assertThat(Shell.runWith(mesh.formatted(""), "analyze", "-").out()).contains("IST0101");
    }

    @Test
    void anAnnotationOfKialiSuppressesWhatKialiSays() {
        var mesh =
                SERVICE
                        + "---\n"
                        + ROUTE.replace(
                                "namespace: shop}",
                                "namespace: shop, annotations: {kiali.io/ignore-validations: KIA1102}}");

        assertThat(Shell.runWith(mesh, "analyze", "-").out())
                .startsWith("Error [IST0101, IST0132] ");
        assertThat(
                        Shell.runWith(
                                        mesh.replace(
                                                "kiali.io/ignore-validations: KIA1102",
                                                "galley.istio.io/analyze-suppress: IST0101"),
                                        "analyze",
                                        "-")
                                .out())
                .endsWith("nothing found.\n");
    }

    @Test
    void whatMostMeshesAreIsToldWhenAsked() {
        var workload =
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: reviews, namespace: shop}
                spec:
                  template:
                    metadata: {labels: {app: reviews, sidecar.istio.io/inject: "true"}}
                """;

        assertThat(Shell.runWith(workload, "analyze", "-").out()).doesNotContain("KIA1301");
        assertThat(Shell.runWith(workload, "analyze", "--include", "KIA1301", "-").out())
                .contains("KIA1301");
    }

    @Test
    void badUseSaysWhatWouldBeTaken() {
        assertThat(Shell.runWith("", "analyze").status()).isEqualTo(ExitCode.USAGE);
        var level = Shell.runWith("", "analyze", "--failure-threshold", "fatal", "-");
        assertThat(level.status()).isEqualTo(ExitCode.USAGE);
        assertThat(level.err()).contains("info, warning or error");
        var none = Shell.runWith("", "analyze", temp.resolve("none.yaml").toString());
        assertThat(none.status()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(none.err()).contains("none.yaml");
    }

    @Test
    void whatCannotBeReadIsNamedBesideWhatIsFoundInTheRest() throws IOException {
        Files.writeString(temp.resolve("good.yaml"), SERVICE);
        var broken = Files.writeString(temp.resolve("broken.yaml"), "kind: [\n");
        var binary = Files.write(temp.resolve("binary.yaml"), new byte[] {'a', (byte) 0xFF, 0});

        var ended = Shell.run("analyze", temp.toString());

        assertThat(ended.status()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(ended.out())
                .isEqualTo(
                        "1 object analyzed: nothing found. Not analyzed: %s, %s.\n"
                                .formatted(binary, broken));
        assertThat(ended.err().lines()).hasSize(2);
        assertThat(ended.err()).contains(binary + ":1:2: ", broken + ":2:1: ");
    }

    @Test
    void whereNothingIsReadNothingIsClaimed() throws IOException {
        assertThat(Shell.run("analyze", temp.toString()))
                .isEqualTo(
                        new Ended(
                                0,
                                "Nothing was analyzed: there is no object; of a directory, .yaml, .yml and .json files are read.\n",
                                ""));
        var none = temp.resolve("none");
        assertThat(Shell.run("analyze", none.toString()).out())
                .isEqualTo("Nothing was analyzed: " + none + " could not be read.\n");
        var run =
                new JsonMapper()
                        .readTree(Shell.run("analyze", "-o", "sarif", none.toString()).out())
                        .at("/runs/0/invocations/0");
        assertThat(run.path("executionSuccessful").asBoolean(true)).isFalse();
        assertThat(run.at("/toolExecutionNotifications/0/message/text").asText())
                .contains(none.toString());
    }

    /// Its findings would be those of other settings than the person has.
    @Test
    void settingsThatCannotBeReadEndTheCommandAtOnce() throws IOException {
        var binary = Files.write(temp.resolve("binary"), new byte[] {(byte) 0xFF}).toString();

        for (var option : new String[] {"--baseline", "--mesh-config", "--mesh-networks"}) {
            var ended = Shell.runWith(ROUTE, "analyze", option, binary, "-");
            assertThat(ended.status()).as(option).isEqualTo(ExitCode.BAD_DATA);
            assertThat(ended.out()).as(option).isEmpty();
            assertThat(ended.err().lines()).as(option).hasSize(1);
        }
    }

    @Test
    void whatAsksInVainIsTold() {
        var mesh = "# windrose:ignore %s\n" + ROUTE;

        assertThat(Shell.runWith(mesh.formatted("IST0101"), "analyze", "-").err())
                .contains("-:1:1: This comment lacks a code or a reason; write `# windrose:ignore");
        assertThat(Shell.runWith(mesh.formatted("IST101 by the edge"), "analyze", "-").err())
                .contains("There is no code `IST101`");
        assertThat(Shell.runWith(ROUTE, "analyze", "-S", "IST010=*", "-").err())
                .contains("-S has no effect: there is no code `IST010`; did you mean `IST0101`?");
        assertThat(Shell.runWith(ROUTE, "analyze", "--include", "KIA130", "-").status())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Shell.runWith(ROUTE, "analyze", "--dry-run", "-").err()).contains("add --fix");
    }
}
