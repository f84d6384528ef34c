package io.windrose.workspace;

import io.windrose.kernel.Labels;
import io.windrose.kernel.Severity;
import io.windrose.registry.Service;
import io.windrose.registry.Workload;
import io.windrose.session.edit.Finding;
import io.windrose.session.edit.FolderDiagnosis;
import io.windrose.session.edit.Reach;
import io.windrose.topology.Badge;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What is wrong with the configuration of services and workloads, by whom its objects name or
/// select.
public record ConfigMarks(FolderDiagnosis found) {
    public static final ConfigMarks NONE = new ConfigMarks(FolderDiagnosis.NOTHING);

    /// Errors and warnings of objects that are about a service; often none.
    public List<Finding> of(Service service) {
        return findings(reach -> reach.names(service.host()));
    }

    /// Errors and warnings of objects that select a workload; often none.
    public List<Finding> of(Workload workload) {
        return of(workload.namespace(), workload.name(), workload.labels());
    }

    private List<Finding> of(String namespace, String name, Labels labels) {
        return findings(reach -> reach.selects(namespace, name, labels));
    }

    /// Of one object.
    ///
    /// @param resource `Kind namespace/name`
    public List<Finding> of(String resource) {
        return found.findings().stream()
                .filter(ConfigMarks::counts)
                .filter(one -> one.problem().place().resource().equals(resource))
                .toList();
    }

    private List<Finding> findings(Predicate<Reach> about) {
        var objects =
                found.reach().entrySet().stream()
                        .filter(one -> about.test(one.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        return objects.isEmpty()
                ? List.of()
                : found.findings().stream()
                        .filter(ConfigMarks::counts)
                        .filter(one -> objects.contains(one.problem().place().resource()))
                        .toList();
    }

    private static boolean counts(Finding finding) {
        return finding.problem().severity() != Severity.INFO;
    }

    /// The mark of what they are about; empty where nothing is wrong.
    public static Optional<Badge> badge(List<Finding> findings) {
        if (findings.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                findings.stream().anyMatch(one -> one.problem().isError())
                        ? Badge.CONFIG_ERROR
                        : Badge.CONFIG_WARNING);
    }

    /// `1 error, 2 warnings`; empty where nothing is wrong.
    public static String words(List<Finding> findings) {
        var counts = new EnumMap<Severity, Integer>(Severity.class);
        findings.forEach(one -> counts.merge(one.problem().severity(), 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Severity, Integer>comparingByKey().reversed())
                .map(one ->
                        "%d %s%s"
                                .formatted(
                                        one.getValue(),
                                        one.getKey() == Severity.ERROR ? "error" : "warning",
                                        one.getValue() == 1 ? "" : "s"))
                .collect(Collectors.joining(", "));
    }
}
