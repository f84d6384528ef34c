package io.windrose.conformance.istiodxds;

import com.google.gson.JsonArray;
import io.windrose.conformance.istiodxds.Fact.Distinct;
import io.windrose.conformance.istiodxds.Fact.Question;
import io.windrose.translate.XdsType;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// How far what we send agrees with what istiod sent: every distinct fact counts once, with the
/// share of its occurrences that hold.
final class Score {

    /// Of one distinct fact.
    private static final class Tally {
        private int occurrences;
        private int holding;
        private final TreeSet<String> failures = new TreeSet<>();

        double share() {
            return (double) holding / occurrences;
        }
    }

    private final String scenario;
    private final Map<Distinct, Tally> tallies = new LinkedHashMap<>();

    private Score(String scenario) {
        this.scenario = scenario;
    }

    static Score of(String name) throws IOException {
        var score = new Score(name);
        var scenario = Scenario.read(name);
        for (var proxy : scenario.proxies()) {
            var ours = scenario.ours(proxy);
            for (var type : Scenario.COMPARED) {
                var golden = scenario.golden(proxy, type);
                score.compare(proxy, type, golden, ours.getAsJsonArray(type.shortName()));
            }
        }
        return score;
    }

    private void compare(String proxy, XdsType type, JsonArray golden, JsonArray ours) {
        var expected = Facts.of(type.shortName(), golden);
        var actual = Facts.of(type.shortName(), ours);
        var answers = byQuestion(actual);
        for (var fact : expected) {
            var answer = answers.get(fact.question());
            boolean holds = fact.value().equals(answer);
            count(fact, holds, proxy + ": " + fact.place() + "\n    ours: " + answer);
        }
        var asked = byQuestion(expected);
        for (var fact : actual) {
            if (!asked.containsKey(fact.question()) && isFirstOf(fact, asked)) {
                count(fact, false, proxy + ": " + fact.place() + "\n    only ours");
            }
        }
    }

    /// Of a part that only we have, its presence is the one fact; its settings follow from it.
    private static boolean isFirstOf(Fact fact, Map<Question, String> asked) {
        boolean placeIsKnown =
                asked.keySet().stream().anyMatch(other -> other.place().equals(fact.place()));
        return placeIsKnown || PRESENCE.contains(fact.aspect());
    }

    private static final List<String> PRESENCE =
            List.of(
                    "cluster",
                    "assignment",
                    "host",
                    "listener",
                    "chain",
                    "routeConfiguration",
                    "virtualHost",
                    "route");

    private static Map<Question, String> byQuestion(List<Fact> facts) {
        var answers = new HashMap<Question, String>();
        facts.forEach(fact -> answers.put(fact.question(), fact.value()));
        return answers;
    }

    private void count(Fact fact, boolean holds, String where) {
        var tally = tallies.computeIfAbsent(fact.distinct(), _ -> new Tally());
        tally.occurrences++;
        if (holds) {
            tally.holding++;
        } else {
            tally.failures.add(where);
        }
    }

    /// 0 to 100.
    double percent() {
        return tallies.isEmpty() ? 0 : 100 * agreeing() / tallies.size();
    }

    private double agreeing() {
        return tallies.values().stream().mapToDouble(Tally::share).sum();
    }

    private double percent(String type) {
        var shares =
                tallies.entrySet().stream()
                        .filter(entry -> entry.getKey().type().equals(type))
                        .mapToDouble(entry -> entry.getValue().share())
                        .summaryStatistics();
        return 100 * shares.getAverage();
    }

    /// One line of the table of all scenarios.
    String row() {
        return String.format(
                Locale.ROOT,
                "%-26s %6d %8.1f %6.1f%%   cds %5.1f  eds %5.1f  lds %5.1f  rds %5.1f",
                scenario,
                tallies.size(),
                agreeing(),
                percent(),
                percent("cds"),
                percent("eds"),
                percent("lds"),
                percent("rds"));
    }

    /// Every fact that does not hold everywhere, with the places where it does not.
    String disagreements() {
        var text = new StringBuilder();
        tallies.forEach((fact, tally) -> {
            if (tally.holding < tally.occurrences) {
                text.append(fact.type())
                        .append(' ')
                        .append(fact.aspect())
                        .append(" = ")
                        .append(fact.value())
                        .append("  (%d of %d)".formatted(tally.holding, tally.occurrences))
                        .append('\n');
                tally.failures.forEach(where -> text.append("  ").append(where).append('\n'));
            }
        });
        return text.toString();
    }
}
