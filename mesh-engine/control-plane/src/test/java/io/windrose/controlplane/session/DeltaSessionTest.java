package io.windrose.controlplane.session;

import static io.windrose.translate.XdsType.CDS;
import static io.windrose.translate.XdsType.EDS;
import static io.windrose.translate.XdsType.LDS;
import static io.windrose.translate.XdsType.RDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DeltaSessionTest {
    private final Stage stage = new Stage(Dialect.DELTA);

    @Test
    void aFirstRequestWithoutNamesAsksForAllClusters() {
        stage.change(CDS, "a@1", "b@1").publish();

        stage.subscribe(CDS);

        assertThat(stage.sent()).containsExactly("CDS 1-1 a@1 b@1");
    }

    @Test
    void aFirstRequestWithoutNamesAsksForNoEndpoints() {
        stage.change(EDS, "a@1").publish();

        stage.subscribe(EDS);

        assertThat(stage.sent()).containsExactly("EDS 1-1");
    }

    @Test
    void aRequestBeforeTheFirstMeshIsAnsweredWhenThereIsOne() {
        stage.subscribe(LDS);
        var before = stage.sent();
        stage.change(LDS, "x@1").publish();

        assertThat(before).isEmpty();
        assertThat(stage.sent()).containsExactly("LDS 1-1 x@1");
    }

    @Test
    void anEmptyMeshAnswersAWildcardSoThatTheProxyCanStart() {
        stage.publish();

        stage.subscribe(LDS);

        assertThat(stage.sent()).containsExactly("LDS 1-1");
    }

    @Test
    void subscribingAndUnsubscribingTheStarMeansNothingIsWanted() {
        stage.change(CDS, "a@1").publish();

        stage.subscribe(CDS, "*");
        stage.unsubscribe(CDS, "*");
        stage.acceptAll();
        stage.change(CDS, "a@2").publish();

        assertThat(stage.sent()).isEmpty();
    }

    @Test
    void aNameThatDoesNotExistIsAnsweredAsRemovedAndSentWhenItComes() {
        stage.publish();

        stage.subscribe(RDS, "9080");
        var before = stage.acceptAll();
        stage.change(RDS, "9080@1").publish();

        assertThat(before).containsExactly("RDS 1-1 -9080");
        assertThat(stage.sent()).containsExactly("RDS 2-2 9080@1");
    }

    @Test
    void aSecondSubscriptionIsAnsweredWithTheNewNameOnly() {
        stage.change(RDS, "80@1", "9080@1").publish();
        stage.subscribe(RDS, "80");
        stage.acceptAll();

        stage.subscribe(RDS, "9080");

        assertThat(stage.sent()).containsExactly("RDS 1-2 9080@1");
    }

    @Test
    void anAnswerIsPromptEvenWhileAnotherResponseIsUnanswered() {
        stage.change(RDS, "80@1", "9080@1").publish();

        stage.subscribe(RDS, "80");
        stage.subscribe(RDS, "9080");

        assertThat(stage.sent()).containsExactly("RDS 1-1 80@1", "RDS 1-2 9080@1");
    }

    @Test
    void askingAgainForANameGivesItAgain() {
        stage.change(EDS, "a@1").publish();
        stage.subscribe(EDS, "a");
        stage.acceptAll();

        stage.subscribe(EDS, "a");

        assertThat(stage.sent()).containsExactly("EDS 1-2 a@1");
    }

    @Test
    void whatIsUnsubscribedIsSentNoMore() {
        stage.change(EDS, "a@1", "b@1").publish();
        stage.subscribe(EDS, "a", "b");
        stage.acceptAll();

        stage.unsubscribe(EDS, "a");
        stage.change(EDS, "a@2", "b@2").publish();

        assertThat(stage.sent()).containsExactly("EDS 2-2 b@2");
    }

    @Test
    void aNameGivenUpUnderTheStarIsConfirmedOrRemoved() {
        stage.change(CDS, "a@1").publish();
        stage.subscribe(CDS, "*", "a", "gone");
        var first = stage.acceptAll();

        stage.unsubscribe(CDS, "a", "gone");

        assertThat(first).containsExactly("CDS 1-1 a@1 -gone");
        assertThat(stage.sent()).containsExactly("CDS 1-2 a@1 -gone");
    }

    @Test
    void onlyWhatChangedGoesOut() {
        stage.change(CDS, "a@1", "b@1").change(LDS, "x@1").publish();
        stage.subscribe(CDS);
        stage.subscribe(LDS);
        stage.acceptAll();

        stage.change(LDS, "x@2", "y@1").publish();

        assertThat(stage.sent()).containsExactly("LDS 2-3 x@2 y@1");
    }

    @Test
    void aMeshThatChangesNothingForThisProxyIsAcknowledgedSilently() {
        stage.change(CDS, "a@1").publish();
        stage.subscribe(CDS);
        stage.subscribe(LDS);
        stage.acceptAll();

        stage.publish();

        assertThat(stage.sent()).isEmpty();
        assertThat(stage.status().acknowledged()).isEqualTo(2);
    }

    @Test
    void typesGoOutInOrderAndClustersLeaveLast() {
        stage.change(CDS, "old@1").change(RDS, "80@old").change(LDS, "x@1").publish();
        stage.subscribe(RDS, "80");
        stage.subscribe(LDS);
        stage.subscribe(CDS);
        stage.acceptAll();

        stage.change(CDS, "-old", "new@1").change(RDS, "80@new").change(LDS, "x@2").publish();
        var first = stage.sent();
        stage.accept(CDS, "2-4");
        var afterClusters = stage.sent();

        assertThat(first).containsExactly("CDS 2-4 new@1", "LDS 2-5 x@2", "RDS 2-6 80@new");
        assertThat(afterClusters).containsExactly("CDS 2-7 -old");
    }

    @Test
    void aClusterThatOnlyLeavesGoesAfterTheRoutes() {
        stage.change(CDS, "old@1").change(RDS, "80@old").publish();
        stage.subscribe(CDS);
        stage.subscribe(RDS, "80");
        stage.acceptAll();

        stage.change(CDS, "-old").change(RDS, "80@new").publish();

        assertThat(stage.sent()).containsExactly("RDS 2-3 80@new", "CDS 2-4 -old");
    }

    @Test
    void aChangedClusterBringsItsEndpointsAlong() {
        stage.change(CDS, "a@1", "b@1").change(EDS, "a@1", "b@1").publish();
        stage.subscribe(CDS);
        stage.subscribe(EDS, "a", "b");
        stage.acceptAll();

        stage.change(CDS, "a@2").publish();

        assertThat(stage.sent()).containsExactly("CDS 2-3 a@2", "EDS 2-4 a@1");
    }

    @Test
    void whileAResponseIsUnansweredChangesMergeToTheNewest() {
        stage.change(CDS, "a@1").publish();
        stage.subscribe(CDS);
        stage.change(CDS, "a@2").publish();
        stage.change(CDS, "a@3").publish();
        var before = stage.sent();

        stage.accept(CDS, "1-1");

        assertThat(before).containsExactly("CDS 1-1 a@1");
        assertThat(stage.sent()).containsExactly("CDS 3-2 a@3");
    }

    @Test
    void aProxyThatDoesNotReadGetsOnlyTheNewestLater() {
        stage.change(CDS, "a@1").publish();
        stage.subscribe(CDS);
        stage.acceptAll();
        stage.stopReading();
        for (int i = 2; i < 100; i++) {
            stage.change(CDS, "a@" + i).publish();
        }

        stage.readAgain();

        assertThat(stage.sent()).containsExactly("CDS 99-2 a@99");
    }

    @Test
    void patienceWithAnUnansweredResponseEnds() {
        stage.change(CDS, "a@1").publish();
        stage.subscribe(CDS);
        stage.change(CDS, "a@2").publish();
        stage.sent();

        stage.wait(Duration.ofMillis(4999));
        var tooEarly = stage.sent();
        stage.wait(Duration.ofMillis(1));

        assertThat(tooEarly).isEmpty();
        assertThat(stage.sent()).containsExactly("CDS 2-2 a@2");
    }

    @Test
    void aRejectedVersionIsRememberedWithItsReasonAndNotSentAgain() {
        stage.change(LDS, "x@1", "y@1").publish();
        stage.subscribe(LDS);
        stage.acceptAll();
        stage.change(LDS, "x@bad").publish();
        stage.sent();

        stage.reject(LDS, "2-2", "x: no such filter");
        stage.publish();

        assertThat(stage.sent()).isEmpty();
        assertThat(stage.status())
                .isEqualTo(
                        new SessionStatus(
                                3,
                                1,
                                Map.of(
                                        LDS,
                                        new TypeStatus(
                                                2,
                                                2,
                                                stage.clock().instant(),
                                                stage.clock().instant(),
                                                false,
                                                Optional.of(
                                                        new Rejection(
                                                                "x: no such filter",
                                                                List.of("x"),
                                                                stage.clock().instant()))))));
        assertThat(stage.resources())
                .containsExactly(
                        new ResourceStatus(LDS, "x", Optional.of("bad"), Optional.of("1")),
                        new ResourceStatus(LDS, "y", Optional.of("1"), Optional.of("1")));
    }

    @Test
    void aGoodVersionHealsARejection() {
        stage.change(LDS, "x@bad").publish();
        stage.subscribe(LDS);
        stage.sent();
        stage.reject(LDS, "1-1", "no");

        stage.change(LDS, "x@2").publish();
        var healed = stage.acceptAll();

        assertThat(healed).containsExactly("LDS 2-2 x@2");
        assertThat(stage.status().acknowledged()).isEqualTo(2);
        assertThat(stage.status(LDS).rejection()).isEmpty();
    }

    @Test
    void anUnknownNonceIsNoAnswer() {
        stage.change(CDS, "a@1").publish();
        stage.subscribe(CDS);
        stage.sent();

        stage.accept(CDS, "garbage");
        stage.reject(CDS, "1-9", "garbage");

        assertThat(stage.sent()).isEmpty();
        assertThat(stage.status().acknowledged()).isEqualTo(-1);
        assertThat(stage.status(CDS).rejection()).isEmpty();
    }

    @Test
    void anAcknowledgementChangesNoSubscription() {
        stage.change(RDS, "80@1").publish();
        stage.subscribe(RDS, "80");
        stage.acceptAll();

        stage.change(RDS, "80@2", "90@1").publish();

        assertThat(stage.sent()).containsExactly("RDS 2-2 80@2");
    }

    @Test
    void whoComesBackIsSentWhatChangedAndToldWhatIsGone() {
        stage.change(CDS, "same@1", "changed@2", "new@1").publish();

        stage.comeBack(CDS, Map.of("same", "1", "changed", "1", "gone", "1"));

        assertThat(stage.sent()).containsExactly("CDS 1-1 changed@2 new@1 -gone");
    }

    @Test
    void whoComesBackWithNamedResourcesIsNotSentThemAgain() {
        stage.change(RDS, "80@1", "90@2").publish();

        stage.comeBack(RDS, Map.of("80", "1", "90", "1"), "80", "90", "100");

        assertThat(stage.sent()).containsExactly("RDS 1-1 90@2 -100");
    }

    @Test
    void whoComesBackIsSentAllEndpointsBecauseItsClustersMayBeWarming() {
        stage.change(EDS, "a@1").publish();

        stage.comeBack(EDS, Map.of("a", "1"), "a");

        assertThat(stage.sent()).containsExactly("EDS 1-1 a@1");
    }

    @Test
    void aMeshIsAcknowledgedWhenEveryTypeIs() {
        stage.change(CDS, "a@1").change(LDS, "x@1").publish();
        stage.subscribe(CDS);
        stage.subscribe(LDS);

        stage.accept(CDS, "1-1");
        long half = stage.status().acknowledged();
        stage.accept(LDS, "1-2");

        assertThat(half).isEqualTo(-1);
        assertThat(stage.status().acknowledged()).isEqualTo(1);
    }

    @Test
    void aProxyThatHasNotAskedForListenersYetHasAcknowledgedNothing() {
        stage.change(CDS, "a@1").publish();
        stage.subscribe(CDS);

        stage.acceptAll();

        assertThat(stage.status().acknowledged()).isEqualTo(-1);
    }

    @Test
    void tooManyNamesEndTheStream() {
        stage.publish();
        var names = new String[ProxySession.MAX_NAMES + 1];
        for (int i = 0; i < names.length; i++) {
            names[i] = "n" + i;
        }

        assertThat(stage.subscribe(EDS, names)).isFalse();
    }
}
