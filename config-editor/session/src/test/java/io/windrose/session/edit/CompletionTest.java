package io.windrose.session.edit;

import static io.windrose.session.edit.Sample.ROUTES;
import static io.windrose.session.edit.Sample.completion;
import static io.windrose.session.edit.Sample.proposed;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class CompletionTest {

    @Test
    void proposesTheFieldsThatARouteDoesNotHaveYet() {
        var labels = proposed(ROUTES.replace("    timeout: 2s\n", "    timeout: 2s\n    |\n"));

        assertThat(labels).contains("match", "fault", "rewrite", "corsPolicy", "mirrors");
        assertThat(labels).doesNotContain("name", "timeout", "retries", "route", "hosts");
    }

    @Test
    void narrowsByWhatIsTypedAndReplacesTheWholeWord() {
        var completion =
                completion(ROUTES.replace("    timeout: 2s\n", "    timeout: 2s\n    fau|\n"));

        assertThat(completion.proposals().getFirst())
                .isEqualTo(
                        new Completion.Proposal(
                                Completion.Kind.FIELD,
                                "fault",
                                "fault:",
                                "Failures made on purpose, to see how callers take them"));
        assertThat(completion.end() - completion.start()).isEqualTo("fau".length());
    }

    @Test
    void knowsTheFieldsOfAMappingThatIsNotWrittenYet() {
        assertThat(proposed(ROUTES.replace("    timeout: 2s\n", "    fault:\n      |\n")))
                .containsExactly("abort", "delay");
        assertThat(proposed(ROUTES.replace("    timeout: 2s\n", "    match:\n    - |\n")))
                .contains("uri", "headers", "method");
    }

    @Test
    void knowsWordsAndReferences() {
        assertThat(proposed(ROUTES.replace("subset: v1", "subset: |"))).containsExactly("v1", "v2");
        assertThat(proposed(ROUTES.replace("host: reviews", "host: r|")))
                .containsExactly("ratings", "reviews");
        assertThat(proposed(ROUTES.replace("  http:\n", "  gateways:\n  - |\n  http:\n")))
                .contains("public", "mesh");
        assertThat(
                        proposed(
                                """
                                apiVersion: security.istio.io/v1
                                kind: PeerAuthentication
                                metadata: {name: default}
                                spec:
                                  mtls:
                                    mode: |
                                """))
                .contains("STRICT", "PERMISSIVE", "DISABLE");
    }

    @Test
    void knowsWhatBeginsAnObject() {
        assertThat(proposed("|")).containsExactly("apiVersion", "kind", "metadata", "spec");
        assertThat(proposed("apiVersion: security.istio.io/v1\nkind: |\n"))
                .containsExactly(
                        "AuthorizationPolicy", "PeerAuthentication", "RequestAuthentication");
    }

    @Test
    void worksWhileTheRestOfTheTextIsBroken() {
        var broken = ROUTES.replace("    timeout: 2s\n", "    |\n").replace("route:", "route: [");

        assertThat(proposed(broken)).contains("timeout", "fault");
    }

    @Test
    void keepsStillInCommentsAndOutsideOfTheIndentation() {
        assertThat(proposed(ROUTES.replace("timeout: 2s", "timeout: 2s # ti|"))).isEmpty();
        assertThat(proposed(ROUTES.replace("    timeout: 2s", "  |  timeout: 2s"))).isEmpty();
    }
}
