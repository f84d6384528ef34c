package io.windrose.analysis.check.security;

import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.config.resource.MeshConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The service accounts that objects speak of. A folder rarely holds all of a cluster, so that what
/// it does not tell stays unknown.
final class Accounts {
    private final Mesh mesh;
    private final Set<String> names = new TreeSet<>();
    private final Set<String> principals = new HashSet<>();
    private final Set<String> namespaces = new HashSet<>();

    Accounts(Mesh mesh) {
        this.mesh = mesh;
        for (var account : mesh.all(Kinds.SERVICE_ACCOUNT)) {
            add(account.namespace(), account.name());
        }
        for (var workload : mesh.workloads().all()) {
            if (mesh.isOwn(workload.object())) {
                add(workload.object().namespace(), workload.serviceAccount());
            }
        }
        for (var entry : mesh.all(Kinds.WORKLOAD_ENTRY)) {
            add(entry.namespace(), entry.spec().text("serviceAccount"));
        }
        for (var group : mesh.all(Kinds.WORKLOAD_GROUP)) {
            add(group.namespace(), group.spec().text("template", "serviceAccount"));
        }
        for (var domain : trustDomains()) {
            names.forEach(name -> principals.add(principal(domain, name)));
        }
    }

    private void add(String namespace, String name) {
        namespaces.add(namespace);
        names.add(namespace + "/" + name);
        // every namespace has this one
        names.add(namespace + "/default");
    }

    /// `namespace/name`, sorted.
    Set<String> names() {
        return names;
    }

    /// Whether the accounts of a namespace are told, or it is told that there is no such namespace.
    boolean isTold(String namespace) {
        boolean allNamespaces = !mesh.all(Kinds.NAMESPACE).isEmpty();
        return namespaces.contains(namespace)
                || (allNamespaces
                        && !mesh.namespaces().contains(namespace)
                        && !isAlwaysThere(namespace));
    }

    private boolean isAlwaysThere(String namespace) {
        return namespace.equals(mesh.rootNamespace())
                || namespace.equals("default")
                || namespace.startsWith("kube-");
    }

    /// Under which an account may appear in a policy. The last one stands for the mesh's own.
    List<String> trustDomains() {
        MeshConfig settings = mesh.settings().mesh();
        return Stream.of(
                        List.of(settings.trustDomain()),
                        settings.trustDomainAliases(),
                        List.of(MeshConfig.DEFAULT.trustDomain()))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /// Whether some account is meant.
    ///
    /// @param principal `domain/ns/namespace/sa/name`, or part of it with a `*`
    boolean match(TextPattern principal) {
        return principal.isExact()
                ? principals.contains(principal.text())
                : principals.stream().anyMatch(principal::matches);
    }

    static String principal(String trustDomain, String account) {
        int slash = account.indexOf('/');
        return "%s/ns/%s/sa/%s"
                .formatted(trustDomain, account.substring(0, slash), account.substring(slash + 1));
    }
}
