package io.windrose.telemetry;

/// What all requests and connections between two workloads for one service have in common.
public record RequestLabels(
        Reporter reporter,
        WorkloadLabels source,
        WorkloadLabels destination,
        ServiceLabels service,
        SecurityPolicy security) {

    /// The labels in Istio's order, from `reporter` to `destination_cluster`, without braces.
    String text() {
        return new LabelText()
                .add("reporter", reporter.label())
                .add("source_workload", source.workload())
                .add("source_canonical_service", source.canonicalService())
                .add("source_canonical_revision", source.canonicalRevision())
                .add("source_workload_namespace", source.namespace())
                .add("source_principal", source.principal())
                .add("source_app", source.app())
                .add("source_version", source.version())
                .add("source_cluster", source.cluster())
                .add("destination_workload", destination.workload())
                .add("destination_workload_namespace", destination.namespace())
                .add("destination_principal", destination.principal())
                .add("destination_app", destination.app())
                .add("destination_version", destination.version())
                .add("destination_service", service.host())
                .add("destination_canonical_service", destination.canonicalService())
                .add("destination_canonical_revision", destination.canonicalRevision())
                .add("destination_service_name", service.name())
                .add("destination_service_namespace", service.namespace())
                .add("destination_cluster", destination.cluster())
                .toString();
    }
}
