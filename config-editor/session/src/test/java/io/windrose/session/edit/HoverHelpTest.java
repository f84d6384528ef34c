package io.windrose.session.edit;

import static io.windrose.session.edit.Sample.FILE;
import static io.windrose.session.edit.Sample.ROUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class HoverHelpTest {

    @Test
    void saysWhatAFieldMeansAndTakes() {
        int at = ROUTES.indexOf("timeout");

        assertThat(HoverHelp.at(FILE, ROUTES, at + 3))
                .contains(
                        new HoverHelp(
                                "VirtualService spec.http[].timeout",
                                "a duration such as 5s",
                                "How long the caller waits for the whole answer, retries included."
                                        + " Without it nobody stops waiting.",
                                at,
                                at + "timeout".length()));
    }

    @Test
    void namesTheWordsAndTheRange() {
        var text =
                """
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: default}
                spec:
                  mtls:
                    mode: STRICT
                """;

        assertThat(HoverHelp.at(FILE, text, text.indexOf("mode")).map(HoverHelp::accepted))
                .contains("one of UNSET, DISABLE, PERMISSIVE, STRICT");
        assertThat(HoverHelp.at(FILE, ROUTES, ROUTES.indexOf("attempts")).map(HoverHelp::accepted))
                .contains("a whole number, from 0");
    }

    @Test
    void saysWhatTheSchemaSaysWhereNothingElseIsSaid() {
        var text =
                """
                apiVersion: extensions.istio.io/v1alpha1
                kind: WasmPlugin
                metadata: {name: auth}
                spec:
                  url: oci://registry.example/auth
                  failStrategy: FAIL_OPEN
                """;
        int at = text.indexOf("failStrategy");

        assertThat(HoverHelp.at(FILE, text, at))
                .contains(
                        new HoverHelp(
                                "WasmPlugin spec.failStrategy",
                                "one of FAIL_CLOSE, FAIL_OPEN, FAIL_RELOAD",
                                "What happens to requests when the plug-in cannot run. Default:"
                                        + " FAIL_CLOSE.",
                                at,
                                at + "failStrategy".length()));
    }

    @Test
    void keepsStillBesideKeysAndInBrokenText() {
        assertThat(HoverHelp.at(FILE, ROUTES, ROUTES.indexOf("2s"))).isEqualTo(Optional.empty());
        assertThat(HoverHelp.inLine(FILE, ROUTES, ROUTES.indexOf("2s")).map(HoverHelp::title))
                .contains("VirtualService spec.http[].timeout");
        assertThat(HoverHelp.at(FILE, "a: [", 0)).isEmpty();
    }
}
