package io.windrose.analysis.run;

import io.windrose.analysis.Code;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.config.tree.YamlFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the objects themselves ask to be left out: by the annotations of istioctl and of Kiali, and
/// by a comment `# windrose:ignore CODE reason` in the line of a finding or right above it, or
/// above the object for all of it.
///
/// @see <a href="https://istio.io/latest/docs/ops/diagnostic-tools/istioctl-analyze/">istioctl</a>
/// @see <a href="https://kiali.io/docs/features/validations/">Kiali</a>
final class Suppressions {
    private static final String ISTIOCTL = "galley.istio.io/analyze-suppress";
    private static final String KIALI = "kiali.io/ignore-validations";
    private final Mesh mesh;
    private final Map<String, IgnoreComments> byFile = new HashMap<>();

    /// Of objects in texts where somebody asks for something.
    private final Set<String> labels = new HashSet<>();

    Suppressions(Mesh mesh) {
        this.mesh = mesh;
        var asking = new IdentityHashMap<YamlFile, Boolean>();
        for (var object : mesh.objects()) {
            if (asking.computeIfAbsent(object.yaml(), Suppressions::isAsking)) {
                labels.add(object.label());
            }
        }
    }

    private static boolean isAsking(YamlFile file) {
        var text = file.text();
        return text.contains(ISTIOCTL)
                || text.contains(KIALI)
                || text.contains(IgnoreComments.MARK);
    }

    /// What is left of a finding.
    Optional<Finding> apply(Finding finding) {
        return labels.contains(finding.place().resource())
                ? finding.without(code -> cover(finding, code))
                : Optional.of(finding);
    }

    private boolean cover(Finding finding, Code code) {
        return mesh.find(finding.place().resource())
                .filter(object ->
                        covers(object, code)
                                || comments(object).cover(object, code, finding.place()))
                .isPresent();
    }

    private static boolean covers(MeshObject object, Code code) {
        var istioctl = codes(object.annotation(ISTIOCTL));
        var annotations = object.root().get("metadata", "annotations");
        boolean everyKiali = annotations.get(KIALI).exists() && object.annotation(KIALI).isBlank();
        boolean byKiali =
                code.id().startsWith("KIA")
                        && (everyKiali || codes(object.annotation(KIALI)).contains(code.id()));
        return istioctl.contains("*") || istioctl.contains(code.id()) || byKiali;
    }

    private IgnoreComments comments(MeshObject object) {
        return byFile.computeIfAbsent(object.file(), _ -> IgnoreComments.of(object.yaml().text()));
    }

    private static List<String> codes(String annotation) {
        return Arrays.stream(annotation.split(",", -1)).map(String::strip).toList();
    }
}
