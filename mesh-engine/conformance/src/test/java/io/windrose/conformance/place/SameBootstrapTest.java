package io.windrose.conformance.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.conformance.envoy.StockEnvoy;
import io.windrose.conformance.peer.Backend;
import io.windrose.testkit.PeerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stock Envoy and our proxy, with the same bootstrap file, answer the same requests equally: what
/// comes back on the wire, what the backend saw, and what the access log says of it.
final class SameBootstrapTest {
    private static final long SEED = 20_261_121;
    private static final int CASES = 200;

    @TempDir private Path folder;

    @Test
    void twoHundredRequestsAreAnsweredEqually() throws Exception {
        var cases = RequestCase.generate(SEED, CASES);
        try (var red = Backend.start("red", Duration.ZERO);
                var blue = Backend.start("blue", Duration.ZERO);
                var slow = Backend.start("slow", Duration.ofSeconds(2))) {
            var bootstrap = new PlaceBootstrap(red.port(), blue.port(), slow.port());
            var theirs = askEnvoy(bootstrap, cases);
            var ours = askOurs(bootstrap, cases);

            var disagreements = disagreements(cases, theirs, ours);

            assertThat(disagreements.values())
                    .as("%d of %d differ (Envoy | ours)", disagreements.size(), cases.size())
                    .isEmpty();
        }
    }

    private List<Outcome> askEnvoy(PlaceBootstrap bootstrap, List<RequestCase> cases)
            throws IOException {
        int port = PeerProcess.freePort();
        var log = folder.resolve("envoy-access.log");
        try (var envoy = StockEnvoy.start(folder, bootstrap.yaml(port, log))) {
            envoy.awaitReady();
            return ask(cases, port, new AccessLog(log));
        }
    }

    private List<Outcome> askOurs(PlaceBootstrap bootstrap, List<RequestCase> cases)
            throws Exception {
        int port = PeerProcess.freePort();
        var log = folder.resolve("our-access.log");
        var yaml = bootstrap.yaml(port, log).replace("${ADMIN_PORT}", "0");
        try (var _ = OurProxy.start(yaml)) {
            return ask(cases, port, new AccessLog(log));
        }
    }

    /// In the order of the cases.
    private static List<Outcome> ask(List<RequestCase> cases, int port, AccessLog log)
            throws IOException {
        var answers = new ArrayList<RawAnswer>();
        for (var request : cases) {
            answers.add(RawAnswer.of(request, port));
        }
        var lines = log.lines(cases.size());
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < cases.size(); i++) {
            var line = lines.getOrDefault(cases.get(i).name(), "no line");
            outcomes.add(new Outcome(answers.get(i), line));
        }
        return outcomes;
    }

    /// By the name of the case: the request, then what differs.
    private static SequencedMap<String, List<String>> disagreements(
            List<RequestCase> cases, List<Outcome> theirs, List<Outcome> ours) {
        var all = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < cases.size(); i++) {
            var request = cases.get(i);
            var found = Outcome.differences(theirs.get(i), ours.get(i));
            if (!found.isEmpty()) {
                var told = new ArrayList<String>();
                told.add("\n" + request.method() + " " + request.host() + request.path());
                told.add(request.headers().toString());
                found.forEach(each -> told.add("\n    " + each));
                all.put(request.name(), told);
            }
        }
        return all;
    }
}
