package io.windrose.controlplane.session;

import static io.windrose.translate.XdsType.CDS;
import static io.windrose.translate.XdsType.EDS;
import static io.windrose.translate.XdsType.RDS;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StateSessionTest {
    private final Stage stage = new Stage(Dialect.STATE_OF_THE_WORLD);

    @Test
    void aChangeOfOneClusterRepeatsAllOfThem() {
        stage.change(CDS, "a@1", "b@1").publish();
        stage.ask(CDS, "");
        stage.ask(CDS, "1-1");
        var first = stage.sent();

        stage.change(CDS, "b@2").publish();

        assertThat(first).containsExactly("CDS 1-1 a@1 b@1");
        assertThat(stage.sent()).containsExactly("CDS 2-2 a@1 b@2");
    }

    @Test
    void aClusterThatIsGoneIsLeftOut() {
        stage.change(CDS, "a@1", "b@1").publish();
        stage.ask(CDS, "");
        stage.ask(CDS, "1-1");
        stage.sent();

        stage.change(CDS, "-a").publish();

        assertThat(stage.sent()).containsExactly("CDS 2-2 b@1");
    }

    @Test
    void theSameNamesUnderTheSameNonceAreAnAcknowledgement() {
        stage.change(RDS, "80@1").publish();
        stage.ask(RDS, "", "80");
        stage.ask(RDS, "1-1", "80");

        assertThat(stage.sent()).containsExactly("RDS 1-1 80@1");
        assertThat(stage.status().acknowledged()).isEqualTo(1);
    }

    @Test
    void moreNamesAreAnsweredAndFewerAreNot() {
        stage.change(RDS, "80@1", "90@1").publish();
        stage.ask(RDS, "", "80");
        stage.sent();

        stage.ask(RDS, "1-1", "80", "90");
        var more = stage.sent();
        stage.ask(RDS, "1-2", "90");

        assertThat(more).containsExactly("RDS 1-2 90@1");
        assertThat(stage.sent()).isEmpty();
    }

    @Test
    void aRequestThatAnswersAnOlderResponseIsVoid() {
        stage.change(RDS, "80@1", "90@1").publish();
        stage.ask(RDS, "", "80");
        stage.ask(RDS, "1-1", "80", "90");
        stage.sent();

        stage.ask(RDS, "1-1", "80");
        stage.ask(RDS, "1-2", "80", "90");
        stage.change(RDS, "90@2").publish();

        assertThat(stage.sent()).containsExactly("RDS 2-3 90@2");
    }

    @Test
    void noNamesAfterNamesMeansNothing() {
        stage.change(CDS, "a@1").publish();
        stage.ask(CDS, "", "a");
        stage.ask(CDS, "1-1", "a");
        stage.ask(CDS, "1-1");
        stage.sent();

        stage.change(CDS, "a@2", "b@1").publish();

        assertThat(stage.sent()).isEmpty();
    }

    @Test
    void aChangedClusterBringsItsOwnEndpointsAlong() {
        stage.change(CDS, "a@1", "b@1").change(EDS, "a@1", "b@1").publish();
        stage.ask(CDS, "");
        stage.ask(EDS, "", "a", "b");
        stage.ask(CDS, "1-1");
        stage.ask(EDS, "1-2", "a", "b");
        stage.sent();

        stage.change(CDS, "a@2").publish();

        assertThat(stage.sent()).containsExactly("CDS 2-3 a@2 b@1", "EDS 2-4 a@1");
    }

    @Test
    void endpointsThatDoNotExistAreAnsweredEmpty() {
        stage.publish();

        stage.ask(EDS, "", "a");

        assertThat(stage.sent()).containsExactly("EDS 1-1");
    }
}
