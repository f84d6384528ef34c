package io.windrose.analysis.check;

import io.windrose.analysis.Check;
import io.windrose.analysis.Code;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Mesh;
import io.windrose.config.syntax.Codes;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Severity;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What an API server or Istio's webhook would refuse or warn of, object by object.
final class SchemaCheck implements Check {
    /// That Windrose's own engine has no use for a kind, or that nobody here knows it, is nothing
    /// that is wrong with a mesh.
    private static final Set<String> ABOUT_WINDROSE = Set.of(Codes.NO_EFFECT, Codes.UNKNOWN_KIND);

    @Override
    public Set<String> codes() {
        return Set.of("IST0106", "IST0133");
    }

    @Override
    public Set<String> reads() {
        return Set.of(EVERYTHING);
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var object : mesh.objects()) {
            for (var problem : object.problems()) {
                if (!ABOUT_WINDROSE.contains(problem.code())) {
                    found.accept(finding(problem));
                }
            }
        }
    }

    private static Finding finding(Problem problem) {
        boolean error = problem.isError() || problem.code().equals(Codes.UNKNOWN_FIELD);
        var code = Code.of(error ? "IST0106" : "IST0133");
        return new Finding(
                List.of(code),
                error ? Severity.ERROR : problem.severity(),
                problem.place(),
                problem.message(),
                List.of());
    }
}
