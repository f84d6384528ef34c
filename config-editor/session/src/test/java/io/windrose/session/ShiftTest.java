package io.windrose.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.config.file.JournalEntry;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the words of the command line to the bytes of the file, and back.
final class ShiftTest {
    private static final String RULE =
            """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: reviews}
            spec:
              host: reviews
              subsets:
              - {name: v1, labels: {version: v1}}
              - {name: v2, labels: {version: v2}}
              - {name: v3, labels: {version: v3}}
            """;

    private static final String ROUTES =
            """
            # Who gets which version of the reviews.
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: reviews
            spec:
              hosts: [reviews]
              http:
              - name: jason
                match:
                - headers: {end-user: {exact: jason}}
                route:
                - destination: {host: reviews, subset: v2}
              - route:
                - destination:   # the old one
                    host: reviews
                    subset: v1
                  weight: 50     # half
                - destination: {host: reviews, subset: v2}
                  weight: 50
            """;

    @TempDir private Path temp;

    private Path folder;
    private EditedFolder edited;

    @BeforeEach
    void bookinfo() throws IOException {
        folder = Files.createDirectory(temp.toRealPath().resolve("config"));
        Files.writeString(folder.resolve("rule.yaml"), RULE);
        Files.writeString(folder.resolve("routes.yaml"), ROUTES);
        edited =
                new EditedFolder(folder, temp.resolve("state"), InstantSource.fixed(Instant.EPOCH));
    }

    @Test
    void theLastRouteWithoutMatchIsEditedByTheSmallestChange() {
        assertThat(good(plan("", "v1=75", "v2=25")).diff())
                .isEqualTo(
                        """
                        --- %1$s
                        +++ %1$s
                        @@ -15,6 +15,6 @@
                             - destination:   # the old one
                                 host: reviews
                                 subset: v1
                        -      weight: 50     # half
                        +      weight: 75     # half
                             - destination: {host: reviews, subset: v2}
                        -      weight: 50
                        +      weight: 25
                        """
                                .formatted(folder.resolve("routes.yaml")));
    }

    @Test
    void aSubsetThatIsNotNamedGetsNothingAndANewOneIsAppended() {
        var after = good(plan("", "v1=75", "v3=25")).patch().after();

        assertThat(after)
                .isEqualTo(
                        ROUTES.replace("50     # half", "75     # half")
                                        .replace("weight: 50", "weight: 0")
                                + """
                                    - destination:
                                        host: reviews
                                        subset: v3
                                      weight: 25
                                """);
    }

    @Test
    void aRouteInsideOfAListIsEditedAtItsTruePlace() throws IOException {
        var rule = RULE.indent(2).replaceFirst(" ", "-");
        var before =
                "apiVersion: v1\nkind: List\nitems:\n"
                        + rule
                        + ROUTES.lines()
                                .skip(1)
                                .collect(Collectors.joining("\n"))
                                .indent(2)
                                .replaceFirst(" ", "-");
        Files.delete(folder.resolve("rule.yaml"));
        Files.writeString(folder.resolve("routes.yaml"), before);

        var plan = good(plan("", "v1=75", "v2=25"));
        assertThat(edited.apply(plan).problems()).isEmpty();

        assertThat(folder.resolve("routes.yaml"))
                .hasContent(
                        before.replace("50     # half", "75     # half")
                                .replace("weight: 50", "weight: 25"));
    }

    @Test
    void aRouteAmongObjectsOfJsonIsEditedAtItsTruePlace() throws IOException {
        var rule =
                """
                {"apiVersion": "networking.istio.io/v1", "kind": "DestinationRule",
                 "metadata": {"name": "reviews"}, "spec": {"host": "reviews", "subsets":
                 [{"name": "v1", "labels": {"version": "v1"}}, {"name": "v2"}]}}
                """;
        var routes =
                """
                {"apiVersion": "networking.istio.io/v1", "kind": "VirtualService",
                 "metadata": {"name": "reviews"}, "spec": {"hosts": ["reviews"], "http": [{"route": [
                  {"destination": {"host": "reviews", "subset": "v1"}, "weight": 50},
                  {"destination": {"host": "reviews", "subset": "v2"}, "weight": 50}]}]}}
                """;
        Files.delete(folder.resolve("rule.yaml"));
        Files.delete(folder.resolve("routes.yaml"));
        Files.writeString(folder.resolve("all.json"), rule + routes);

        assertThat(good(plan("", "v1=75", "v2=25")).patch().after())
                .isEqualTo(
                        rule
                                + routes.replace(
                                                "\"v1\"}, \"weight\": 50",
                                                "\"v1\"}, \"weight\": 75")
                                        .replace(
                                                "\"v2\"}, \"weight\": 50",
                                                "\"v2\"}, \"weight\": 25"));
    }

    @Test
    void aRouteIsChosenByItsName() {
        var after = good(plan("jason", "v2=40", "v3=60")).patch().after();

        assertThat(after)
                .isEqualTo(
                        ROUTES.replace(
                                "subset: v2}\n  - route:",
                                """
                                subset: v2}
                                      weight: 40
                                    - destination:
                                        host: reviews
                                        subset: v3
                                      weight: 60
                                  - route:\
                                """));
    }

    @Test
    void whatIsSoAlreadyNeedsNoEdit() {
        assertThat(good(plan("", "v1=50", "v2=50")).patch().isEmpty()).isTrue();
    }

    @Test
    void applyAndUndoLeaveTheFileAsItWas() throws IOException {
        var file = folder.resolve("routes.yaml");
        var bytes = Files.readAllBytes(file);
        var plan = good(plan("", "v1=75", "v3=25"));

        var applied = good(edited.apply(plan));
        assertThat(Files.readString(file)).isEqualTo(plan.patch().after());
        assertThat(good(edited.history())).containsExactly(applied);
        assertThat(applied).isEqualTo(new JournalEntry(1, Instant.EPOCH, plan.edit(), false));

        good(edited.undoNewest());
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void aFileThatChangedSinceThePlanIsNotOverwritten() throws IOException {
        var plan = good(plan("", "v1=75", "v3=25"));
        Files.writeString(folder.resolve("routes.yaml"), ROUTES + "# more\n");

        assertThat(edited.apply(plan).problems())
                .extracting(Problem::code)
                .containsExactly("MESH0403");
    }

    @Test
    void anUndefinedSubsetStopsIt() {
        assertThat(plan("", "v1=75", "v9=25").problems())
                .extracting(Problem::message)
                .containsExactly(
                        "No DestinationRule of default/reviews defines the subset v9; its subsets are"
                                + " v1, v2, v3.");
    }

    @Test
    void aRouteThatIsNotThereStopsIt() {
        assertThat(plan("mary", "v1=100").problems())
                .extracting(Problem::message)
                .containsExactly(
                        "VirtualService default/reviews has no route named `mary` that forwards"
                                + " requests.");
    }

    @Test
    void aServiceThatNobodyRoutesToStopsIt() {
        var intent = good(ShiftRequest.parse("ratings.default", List.of("v1=100"), ""));

        assertThat(edited.plan(intent).problems())
                .extracting(Problem::code)
                .containsExactly("MESH1801");
    }

    @Test
    void ofSeveralFilesTheOneThatWinsIsEdited() throws IOException {
        Files.writeString(folder.resolve("z.yaml"), ROUTES);

        assertThat(good(plan("", "v1=75", "v2=25")).patch().file())
                .isEqualTo(folder.resolve("z.yaml").toString());
    }

    @Test
    void wordsThatSayNoShiftAreBadUsage() {
        assertThat(usage("reviews", "v1=100"))
                .containsExactly("`reviews` is not a service; write NAME.NAMESPACE.");
        assertThat(usage("reviews.default", "v1=70", "v2=20"))
                .containsExactly("The shares add up to 90; name the whole split, which is 100.");
        assertThat(usage("reviews.default", "v1", "v2=101", "v3=-1"))
                .containsExactly(
                        "`v1` is not a share; write SUBSET=PERCENT, from 0 to 100.",
                        "`v2=101` is not a share; write SUBSET=PERCENT, from 0 to 100.",
                        "`v3=-1` is not a share; write SUBSET=PERCENT, from 0 to 100.");
        assertThat(usage("reviews.default", "v1=50", "v1=50"))
                .containsExactly("The subset `v1` is named twice.");
    }

    private static List<String> usage(String service, String... shares) {
        var problems = ShiftRequest.parse(service, List.of(shares), "").problems();
        assertThat(problems).extracting(Problem::code).containsOnly(ShiftRequest.USAGE);
        return problems.stream().map(Problem::message).toList();
    }

    private Result<Plan> plan(String route, String... shares) {
        return ShiftRequest.parse("reviews.default", List.of(shares), route).then(edited::plan);
    }

    private static <T> T good(Result<T> result) {
        return switch (result) {
            case Result.Ok<T>(var value, _) -> value;
            case Result.Err<T>(var problems) -> throw new AssertionError(problems);
        };
    }
}
