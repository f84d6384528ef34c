package io.windrose.conformance.analysis;

import io.windrose.analysis.Mesh;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The findings about policies of one mesh, and what the sidecars of its Pods make of them.
///
/// @param findings how many claim an effect
/// @param requests how many calls were judged
record PolicyVerdicts(List<String> contradictions, int findings, long requests) {
    private static final List<String> CLAIMS =
            List.of(
                    "KIA0105", "WR0103", "WR0105", "WR0106", "WR0107", "WR0108", "WR0109", "WR0113",
                    "WR0114");

    static PolicyVerdicts of(Mesh mesh, PolicyWords words) {
        var said = Said.of(mesh);
        var calls = words.calls(Map.of());
        var guards = new ArrayList<Guard>();
        for (int service = 0; service < 2; service++) {
            for (int version = 1; version <= 2; version++) {
                guards.add(Guard.of(mesh.snapshot(), service, version));
            }
        }
        var contradictions = new ArrayList<String>();
        var texts = new RuleTexts(mesh);
        RuleVerdicts.compare(said, texts, guards, calls, contradictions);
        new ServiceVerdicts(said, texts, words, guards, calls, contradictions).compare();
        NameVerdicts.compare(said, mesh, guards, contradictions);
        int findings = CLAIMS.stream().mapToInt(code -> said.with(code).size()).sum();
        return new PolicyVerdicts(contradictions, findings, (long) calls.size() * guards.size());
    }
}
