package io.windrose.conformance.analysis;

import io.windrose.conformance.analysis.PolicyWords.Attribute;
import io.windrose.traffic.authorize.Authorizer.Action;
import io.windrose.traffic.authorize.Policy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The findings about who is kept out of services, and whom the proxies let in.
final class ServiceVerdicts {
    private final Said said;
    private final RuleTexts texts;
    private final PolicyWords words;
    private final List<Guard> guards;
    private final List<Call> calls;
    private final List<String> contradictions;

    /// @param contradictions are added here
    ServiceVerdicts(
            Said said,
            RuleTexts texts,
            PolicyWords words,
            List<Guard> guards,
            List<Call> calls,
            List<String> contradictions) {
        this.said = said;
        this.texts = texts;
        this.words = words;
        this.guards = guards;
        this.calls = calls;
        this.contradictions = contradictions;
    }

    void compare() {
        for (int service = 0; service < 2; service++) {
            int number = service;
            var own = guards.stream().filter(guard -> guard.service() == number).toList();
            nobody("s" + service, own);
            gateway("s" + service, own);
        }
        for (var guard : guards) {
            if (guard.service() == 0) {
                asked("WR0106", guard, probe("GET", "/a", "8080"));
            } else {
                asked("WR0107", guard, scrape());
            }
        }
        tokens();
    }

    private void nobody(String service, List<Guard> own) {
        boolean isClaimed =
                said.with("WR0105").stream()
                        .anyMatch(finding -> finding.message().contains(service + ".shop"));
        boolean isClosed = own.stream().noneMatch(guard -> calls.stream().anyMatch(guard::letsIn));
        if (isClaimed && !isClosed) {
            contradictions.add(service + " lets somebody in");
        } else if (isClosed && !isClaimed && isUnexplained(own)) {
            contradictions.add(service + " lets nobody in, unseen");
        }
    }

    /// Whether nothing hangs on tokens, which calls do not have, where they are verified; and
    /// callers of a namespace that is not there, if another finding tells of it, would stay out,
    /// too.
    private boolean isUnexplained(List<Guard> own) {
        boolean tokens = own.stream().anyMatch(texts::areTokensVerified);
        if (tokens && rules(own).anyMatch(texts::asksForTokens)) {
            return false;
        }
        var ghosts = words.calls(Map.of(Attribute.CALLER, "cluster.local/ns/ghost/sa/ann"));
        return rules(own).map(RuleTexts::place).noneMatch(place -> said.has("IST0101", place))
                || own.stream().noneMatch(guard -> ghosts.stream().anyMatch(guard::letsIn));
    }

    private static Stream<String> rules(List<Guard> own) {
        return Stream.of(Action.ALLOW, Action.DENY)
                .flatMap(action -> own.stream().flatMap(guard -> guard.rules(action).stream()))
                .map(Policy::name);
    }

    private void gateway(String service, List<Guard> own) {
        boolean isClaimed =
                said.with("WR0108").stream()
                        .anyMatch(finding -> finding.message().contains(service + ".shop"));
        var door = Map.of(Attribute.CALLER, "cluster.local/ns/shop/sa/door");
        boolean isRefused =
                own.stream().anyMatch(guard -> words.calls(door).stream().noneMatch(guard::letsIn));
        if (isClaimed && !isRefused) {
            contradictions.add(service + " lets the gateway in");
        }
    }

    private List<Call> probe(String method, String path, String port) {
        return words.calls(
                Map.of(
                        Attribute.CALLER, "",
                        Attribute.METHOD, method,
                        Attribute.PATH, path,
                        Attribute.PORT, port));
    }

    private List<Call> scrape() {
        return words.calls(
                Map.of(
                        Attribute.METHOD, "GET",
                        Attribute.PATH, "/b",
                        Attribute.PORT, "9090"));
    }

    private void asked(String code, Guard guard, List<Call> asked) {
        boolean isClaimed =
                said.with(code).stream()
                        .anyMatch(finding ->
                                Objects.equals(
                                        finding.place().resource(), "Pod shop/" + guard.pod()));
        boolean isRefused = asked.stream().noneMatch(guard::letsIn);
        if (isClaimed ? !isRefused : isRefused && isSure(guard, asked)) {
            contradictions.add(
                    guard.pod()
                            + (isClaimed ? " answers after all: " : " refuses, unseen: ")
                            + code);
        }
    }

    /// Whether one look at the rules, rather than at each caller, tells that all are refused.
    private boolean isSure(Guard guard, List<Call> asked) {
        var allows = guard.rules(Action.ALLOW);
        return guard.rules(Action.DENY).stream()
                        .anyMatch(
                                rule -> asked.stream().allMatch(call -> guard.matches(rule, call)))
                || (!allows.isEmpty()
                        && allows.stream()
                                .noneMatch(rule ->
                                        asked.stream()
                                                .anyMatch(call -> guard.matches(rule, call))));
    }

    /// What the proxies do with calls without tokens; others they do not know.
    private void tokens() {
        boolean isClaimed = !said.with("WR0109").isEmpty();
        boolean passes =
                guards.stream()
                        .filter(guard -> guard.service() == 0)
                        .anyMatch(guard -> calls.stream().anyMatch(guard::letsIn));
        if (isClaimed && !passes) {
            contradictions.add("nobody passes without a token");
        }
    }
}
