package io.windrose.conformance.analysis;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.run.Analysis;
import java.util.List;

/// The findings about one mesh.
record Said(List<Finding> all) {

    static Said of(Mesh mesh) {
        return new Said(Analysis.of(mesh).findings());
    }

    List<Finding> with(String code) {
        return all.stream().filter(finding -> finding.has(code)).toList();
    }

    /// Whether a finding is about a node or something inside of it.
    ///
    /// @param place such as `AuthorizationPolicy shop/p0 spec.rules[1]`
    boolean has(String code, String place) {
        return with(code).stream().anyMatch(finding -> isIn(place(finding), place));
    }

    private static boolean isIn(String inner, String place) {
        return inner.equals(place) || inner.startsWith(place + ".");
    }

    static String place(Finding finding) {
        return finding.place().resource() + " " + finding.place().path();
    }
}
