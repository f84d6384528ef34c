package io.windrose.testkit;

import java.util.Arrays;
import java.util.Optional;

/// What an API server for custom resources lists and watches in the other half.
enum Listed {
    NAMESPACES("v1", "Namespace", "namespaces"),
    SERVICES("v1", "Service", "services"),
    CONFIG_MAPS("v1", "ConfigMap", "configmaps"),
    MUTATING_WEBHOOKS(
            "admissionregistration.k8s.io/v1",
            "MutatingWebhookConfiguration",
            "mutatingwebhookconfigurations"),
    VALIDATING_WEBHOOKS(
            "admissionregistration.k8s.io/v1",
            "ValidatingWebhookConfiguration",
            "validatingwebhookconfigurations"),
    VALIDATING_POLICIES(
            "admissionregistration.k8s.io/v1",
            "ValidatingAdmissionPolicy",
            "validatingadmissionpolicies"),
    VALIDATING_BINDINGS(
            "admissionregistration.k8s.io/v1",
            "ValidatingAdmissionPolicyBinding",
            "validatingadmissionpolicybindings"),
    MUTATING_POLICIES(
            "admissionregistration.k8s.io/v1beta1",
            "MutatingAdmissionPolicy",
            "mutatingadmissionpolicies"),
    MUTATING_BINDINGS(
            "admissionregistration.k8s.io/v1beta1",
            "MutatingAdmissionPolicyBinding",
            "mutatingadmissionpolicybindings"),
    FLOW_SCHEMAS("flowcontrol.apiserver.k8s.io/v1", "FlowSchema", "flowschemas"),
    PRIORITY_LEVELS(
            "flowcontrol.apiserver.k8s.io/v1",
            "PriorityLevelConfiguration",
            "prioritylevelconfigurations");

    private final String apiVersion;
    private final String kind;
    private final String plural;

    Listed(String apiVersion, String kind, String plural) {
        this.apiVersion = apiVersion;
        this.kind = kind;
        this.plural = plural;
    }

    /// @param path of a request, in which a namespace may be named
    static Optional<Listed> at(String path) {
        return Arrays.stream(values())
                .filter(one -> path.startsWith(one.root()) && path.endsWith("/" + one.plural))
                .findFirst();
    }

    String apiVersion() {
        return apiVersion;
    }

    String kind() {
        return kind;
    }

    String plural() {
        return plural;
    }

    boolean namespaced() {
        return this == SERVICES || this == CONFIG_MAPS;
    }

    /// That all there was has been said.
    String bookmark() {
        return """
        {"kind": "%s", "apiVersion": "%s",
         "metadata": {"resourceVersion": "1", "annotations": {"k8s.io/initial-events-end": "true"}}}
        """
                .formatted(kind, apiVersion);
    }

    private String root() {
        return (apiVersion.equals("v1") ? "/api/" : "/apis/") + apiVersion;
    }
}
