package io.windrose.analysis.check.workload;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.analysis.Workloads;
import io.windrose.analysis.check.workload.KnownAnnotations.Known;
import io.windrose.config.syntax.Spelling;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Annotations of Istio: that it knows them, and on this kind, and their values; which of them are
/// on their way in or out.
final class Annotations implements ObjectCheck {
    private static final String INGRESS_CLASS = "kubernetes.io/ingress.class";
    private static final String INJECT = "sidecar.istio.io/inject";

    /// What webhooks and controllers write, not people.
    private static final Set<String> WRITTEN_BY_ISTIO =
            Set.of(
                    "sidecar.istio.io/status",
                    "gateway.istio.io/controller-version",
                    "istio.io/rev");

    /// What Istio's CNI plug-in writes into Pods that need no `istio-init`.
    private static final Set<String> WRITTEN_BY_CNI =
            Set.of(
                    "sidecar.istio.io/interceptionMode",
                    "traffic.sidecar.istio.io/excludeInboundPorts",
                    "traffic.sidecar.istio.io/includeInboundPorts",
                    "traffic.sidecar.istio.io/includeOutboundIPRanges");

    private static final Set<String> ASKED =
            Stream.concat(Workloads.KINDS.stream(), Stream.of(Kinds.SERVICE))
                    .collect(Collectors.toUnmodifiableSet());

    @Override
    public Set<String> codes() {
        return Set.of("IST0107", "IST0108", "IST0125", "IST0135", "IST0136");
    }

    @Override
    public Set<String> asks() {
        return ASKED;
    }

    @Override
    public void ask(Mesh mesh, MeshObject object, Consumer<Finding> found) {
        var kind = object.kind();
        check(object.root(), kind.substring(kind.indexOf('/') + 1), found);
        if (Workloads.OWNERS.contains(kind)) {
            check(object.spec().get("template"), "Pod", found);
        }
    }

    /// @param owner with `metadata`
    private static void check(Node owner, String kind, Consumer<Finding> found) {
        for (var annotation : owner.get("metadata", "annotations").members()) {
            var name = annotation.name();
            if (isOfIstio(name) && !WRITTEN_BY_ISTIO.contains(name)) {
                var known = KnownAnnotations.ALL.get(name);
                if (known == null) {
                    found.accept(unknown(owner, annotation));
                } else {
                    check(owner, annotation, kind, known, found);
                }
            }
        }
    }

    private static boolean isOfIstio(String name) {
        int slash = name.indexOf('/');
        return name.equals(INGRESS_CLASS)
                || (slash > 0 && name.substring(0, slash).endsWith("istio.io"));
    }

    private static void check(
            Node owner, Node annotation, String kind, Known known, Consumer<Finding> found) {
        var name = annotation.name();
        if (!known.allows(kind)) {
            found.accept(misplaced(owner, annotation, kind, known));
        }
        if (!known.values().accepts(annotation.text())) {
            found.accept(
                    Finding.of(
                            "IST0125",
                            annotation,
                            ("The value %s of %s is not accepted, and a Pod that has it is"
                                            + " refused; write %s.")
                                    .formatted(
                                            Spelling.shortened(annotation.text()),
                                            name,
                                            known.values().accepted())));
        }
        boolean byLabel = name.equals(INJECT) && owner.get("metadata", "labels", name).exists();
        if (known.deprecated() && !byLabel) {
            found.accept(deprecated(owner, annotation));
        }
        if (known.alpha() && !(WRITTEN_BY_CNI.contains(name) && isSetUpByCni(owner))) {
            found.accept(
                    Finding.of(
                            "IST0136",
                            annotation,
                            "%s is an early version, which may change or go with any release."
                                    .formatted(name)));
        }
    }

    private static boolean isSetUpByCni(Node owner) {
        return owner.get("spec").items("initContainers").stream()
                .noneMatch(one -> one.text("name").equals("istio-init"));
    }

    private static Finding unknown(Node owner, Node annotation) {
        var nearest = Spelling.nearest(annotation.name(), KnownAnnotations.ALL.keySet());
        var finding =
                Finding.of(
                        "IST0108",
                        annotation,
                        "Istio has no annotation %s, so that it has no effect%s."
                                .formatted(
                                        annotation.name(),
                                        nearest.map(" (%s is one)"::formatted).orElse("")));
        return AnnotationFixes.rename(owner, annotation, nearest)
                .map(finding::with)
                .orElse(finding);
    }

    private static Finding misplaced(Node owner, Node annotation, String kind, Known known) {
        var finding =
                Finding.of(
                        "IST0107",
                        annotation,
                        "%s has no effect on a %s; its place is the metadata of a %s."
                                .formatted(
                                        annotation.name(),
                                        kind,
                                        String.join(
                                                " or ", known.kinds().stream().sorted().toList())));
        if (known.allows("Pod")) {
            finding =
                    AnnotationFixes.moveToTemplate(owner, annotation)
                            .map(finding::with)
                            .orElse(finding);
        }
        return AnnotationFixes.remove(owner, annotation).map(finding::with).orElse(finding);
    }

    private static Finding deprecated(Node owner, Node annotation) {
        var name = annotation.name();
        var message =
                name.equals(INJECT)
                        ? "As an annotation, %s is deprecated; write it as a label of the Pod."
                                .formatted(name)
                        : "%s is deprecated, and a later version will not know it.".formatted(name);
        var finding = Finding.of("IST0135", annotation, message);
        return name.equals(INJECT)
                ? AnnotationFixes.toLabel(owner, annotation).map(finding::with).orElse(finding)
                : finding;
    }
}
