package io.windrose.kube;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.AnyNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All objects of a kind, part after part.
final class KindLists {
    /// As many objects as a server hands out at once without effort.
    private static final long PAGE = 500;

    /// Kinds of which a check wants to know the versions that are served.
    private static final List<String> DEFINITIONS =
            List.of(
                    "gateways.gateway.networking.k8s.io",
                    "gatewayclasses.gateway.networking.k8s.io",
                    "httproutes.gateway.networking.k8s.io",
                    "grpcroutes.gateway.networking.k8s.io",
                    "referencegrants.gateway.networking.k8s.io",
                    "backendtlspolicies.gateway.networking.k8s.io",
                    "tlsroutes.gateway.networking.k8s.io",
                    "tcproutes.gateway.networking.k8s.io");

    private final KubernetesClient client;

    KindLists(KubernetesClient client) {
        this.client = client;
    }

    /// What one question brought.
    ///
    /// @param objects JSON, each with its kind
    /// @param reason of a failure
    record Part(KindPath kind, List<String> objects, Note note, String reason) {}

    enum Note {
        /// to say: a kind that is not there has no objects
        NOTHING,
        REFUSED,
        FAILED
    }

    Part everywhere(KindPath kind) {
        return list(kind, client.genericKubernetesResources(context(kind)).inAnyNamespace());
    }

    Part in(KindPath kind, String namespace) {
        return list(kind, client.genericKubernetesResources(context(kind)).inNamespace(namespace));
    }

    Part definitions() {
        var kind = KindPath.DEFINITION;
        var all = client.genericKubernetesResources(context(kind));
        var objects = new ArrayList<String>();
        try {
            for (var name : DEFINITIONS) {
                Optional.ofNullable(all.withName(name).get())
                        .map(Serialization::asJson)
                        .ifPresent(objects::add);
            }
        } catch (KubernetesClientException failure) {
            return note(kind, failure);
        }
        return new Part(kind, objects, Note.NOTHING, "");
    }

    private static Part list(
            KindPath kind,
            AnyNamespaceOperation<
                            GenericKubernetesResource,
                            GenericKubernetesResourceList,
                            Resource<GenericKubernetesResource>>
                    all) {
        var objects = new ArrayList<String>();
        var options = new ListOptionsBuilder().withLimit(PAGE);
        if (!kind.fields().isEmpty()) {
            options.withFieldSelector(kind.fields());
        }
        try {
            String next;
            do {
                var list = all.list(options.build());
                for (var object : list.getItems()) {
                    // items of Kubernetes' own kinds leave out what their list says
                    object.setApiVersion(kind.apiVersion());
                    object.setKind(kind.kind());
                    objects.add(Serialization.asJson(object));
                }
                next = list.getMetadata() == null ? null : list.getMetadata().getContinue();
                options.withContinue(next);
            } while (next != null && !next.isEmpty());
        } catch (KubernetesClientException failure) {
            return note(kind, failure);
        }
        return new Part(kind, objects, Note.NOTHING, "");
    }

    /// @throws KubernetesClientException where there was no answer, or to nobody of that name
    private static Part note(KindPath kind, KubernetesClientException failure) {
        return switch (failure.getCode()) {
            case 0, 401 -> throw failure;
            case 403 -> new Part(kind, List.of(), Note.REFUSED, "");
            case 404 -> new Part(kind, List.of(), Note.NOTHING, "");
            default -> {
                var status = failure.getStatus();
                var message = status == null ? null : status.getMessage();
                yield new Part(
                        kind,
                        List.of(),
                        Note.FAILED,
                        message == null ? "status " + failure.getCode() : message);
            }
        };
    }

    private static ResourceDefinitionContext context(KindPath kind) {
        return new ResourceDefinitionContext.Builder()
                .withGroup(kind.group().isEmpty() ? null : kind.group())
                .withVersion(kind.version())
                .withKind(kind.kind())
                .withPlural(kind.plural())
                .withNamespaced(kind.isNamespaced())
                .build();
    }
}
