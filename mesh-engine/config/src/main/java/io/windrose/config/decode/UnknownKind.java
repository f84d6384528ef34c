package io.windrose.config.decode;

import io.windrose.config.resource.Kind;
import io.windrose.config.schema.Schemas;
import io.windrose.config.syntax.Codes;
import io.windrose.config.syntax.Spelling;
import io.windrose.config.tree.ConfigTree;
import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What is said of a document of a kind that is neither decoded nor judged: it is left alone,
/// unless its group is one whose kinds are all known.
final class UnknownKind {
    /// Kubernetes' core group, which gets no new kinds.
    private static final Set<String> CORE =
            Set.of(
                    "Binding",
                    "ComponentStatus",
                    "ConfigMap",
                    "Endpoints",
                    "Event",
                    "LimitRange",
                    "List",
                    "Namespace",
                    "Node",
                    "PersistentVolume",
                    "PersistentVolumeClaim",
                    "Pod",
                    "PodTemplate",
                    "ReplicationController",
                    "ResourceQuota",
                    "Secret",
                    "Service",
                    "ServiceAccount");

    /// Where kinds live that people keep beside a mesh.
    private static final Map<String, String> NEIGHBOURS =
            Map.of(
                    "PodMonitor", "monitoring.coreos.com/v1",
                    "PrometheusRule", "monitoring.coreos.com/v1",
                    "ServiceMonitor", "monitoring.coreos.com/v1",
                    "DaemonSet", "apps/v1",
                    "StatefulSet", "apps/v1",
                    "HorizontalPodAutoscaler", "autoscaling/v2",
                    "PodDisruptionBudget", "policy/v1",
                    "NetworkPolicy", "networking.k8s.io/v1",
                    "Ingress", "networking.k8s.io/v1",
                    "Job", "batch/v1");

    /// Versions that API servers have beside those that are judged here.
    private static final Set<String> SERVED_TOO = Set.of("autoscaling/v1");

    private UnknownKind() {}

    static Problem of(
            String file, String label, Mapping object, String apiVersion, String kindName) {
        int slash = apiVersion.lastIndexOf('/');
        var group = apiVersion.substring(0, Math.max(0, slash));
        var version = Spelling.shortened(apiVersion);
        var kind = Spelling.shortened(kindName);
        var kinds = kinds(group);
        var homes = homes(kindName);
        boolean served = SERVED_TOO.contains(apiVersion);
        if (kinds.contains(kindName) && !homes.isEmpty() && !group.isEmpty() && !served) {
            return error(
                    object,
                    file,
                    label,
                    "apiVersion",
                    "`%s` does not serve %s; write `%s`."
                            .formatted(version, kind, homes.getFirst()));
        }
        boolean closed =
                (group.endsWith("istio.io") && !kinds.isEmpty()) || apiVersion.equals("v1");
        if (closed && !kinds.contains(kindName)) {
            return homes.isEmpty()
                    ? error(
                            object,
                            file,
                            label,
                            "kind",
                            "There is no kind `%s` in `%s`%s"
                                    .formatted(
                                            kind,
                                            version,
                                            Spelling.nearest(kindName, kinds)
                                                    .map(guess -> "; did you mean `" + guess + "`?")
                                                    .orElse(".")))
                    : error(
                            object,
                            file,
                            label,
                            "apiVersion",
                            "`%s` has no kind %s; write `%s`."
                                    .formatted(version, kind, homes.getFirst()));
        }
        return problem(
                Severity.WARNING,
                object,
                file,
                label,
                "kind",
                "%s of %s is not a kind that is read here; the document is left alone."
                        .formatted(kind, version));
    }

    private static Set<String> kinds(String group) {
        if (group.isEmpty()) {
            return CORE;
        }
        var prefix = group + "/";
        var kinds = new TreeSet<String>();
        Schemas.names().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> kinds.add(name.substring(prefix.length())));
        return kinds;
    }

    /// Every `apiVersion` in which there is such a kind, best first.
    private static List<String> homes(String kindName) {
        var judged =
                Schemas.names().stream()
                        .filter(name -> name.equals(kindName) || name.endsWith("/" + kindName))
                        .flatMap(name -> Schemas.of(name).stream())
                        .map(schema -> schema.apiVersion(schema.versions().getFirst()));
        var decoded =
                Arrays.stream(Kind.values())
                        .filter(kind -> kind.kindName().equals(kindName))
                        .map(kind -> kind.group().isEmpty() ? "v1" : kind.group() + "/v1");
        var neighbours = Optional.ofNullable(NEIGHBOURS.get(kindName)).stream();
        return Stream.of(judged, decoded, neighbours).flatMap(one -> one).distinct().toList();
    }

    private static Problem error(
            Mapping object, String file, String label, String field, String message) {
        return problem(Severity.ERROR, object, file, label, field, message);
    }

    private static Problem problem(
            Severity severity,
            Mapping object,
            String file,
            String label,
            String field,
            String message) {
        var place =
                object.get(field)
                        .map(ConfigTree::span)
                        .orElse(object.span())
                        .in(file)
                        .withResource(label)
                        .withPath(field);
        return new Problem(Codes.UNKNOWN_KIND, severity, place, message);
    }
}
