package io.windrose.analysis.check;

import io.windrose.analysis.Check;
import io.windrose.analysis.Code;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.SchemaFixes;
import io.windrose.config.syntax.Codes;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Severity;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// What an API server or Istio's webhook would refuse or warn of, object by object.
final class SchemaCheck implements Check {
    @Override
    public Set<String> codes() {
        return Set.of("IST0106", "IST0133", TagValues.CODE);
    }

    @Override
    public void run(Mesh mesh, Consumer<Finding> found) {
        for (var object : mesh.objects()) {
            for (var problem : object.problems()) {
                if (!isAboutWindrose(problem) && !isDenyAll(object, problem)) {
                    found.accept(
                            TagValues.of(object, problem)
                                    .orElseGet(() -> finding(object, problem)));
                }
            }
        }
    }

    /// That Windrose's own engine has no use for a kind, or that nobody here knows it, is nothing
    /// that is wrong with a mesh.
    private static boolean isAboutWindrose(Problem problem) {
        return problem.code().equals(Codes.NO_EFFECT)
                || (problem.code().equals(Codes.UNKNOWN_KIND) && !problem.isError());
    }

    /// Without rules everything is denied: that may be meant, and is WR0101 otherwise.
    private static boolean isDenyAll(MeshObject object, Problem problem) {
        return object.kind().equals(Kinds.AUTHORIZATION_POLICY)
                && problem.code().equals(Codes.POINTLESS)
                && object.spec().items("rules").isEmpty();
    }

    private static Finding finding(MeshObject object, Problem problem) {
        boolean error = problem.isError() || problem.code().equals(Codes.UNKNOWN_FIELD);
        var code = Code.of(error ? "IST0106" : "IST0133");
        return new Finding(
                List.of(code),
                error ? Severity.ERROR : problem.severity(),
                problem.place(),
                problem.message(),
                SchemaFixes.of(object, problem));
    }
}
