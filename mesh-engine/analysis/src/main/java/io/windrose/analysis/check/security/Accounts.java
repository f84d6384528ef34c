package io.windrose.analysis.check.security;

import io.windrose.analysis.Fact;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.config.resource.MeshConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// The service accounts that objects speak of. A folder rarely holds all of a cluster, so that what
/// it does not tell stays unknown.
///
/// @param names `namespace/name`, sorted
/// @param principals of all of them
/// @param told namespaces of which the accounts are told
/// @param there namespaces that there are; empty where that is unknown
/// @param trustDomains under which an account may appear in a policy; the last one stands for the
///   mesh's own
record Accounts(
        SortedSet<String> names,
        Set<String> principals,
        Set<String> told,
        Set<String> there,
        List<String> trustDomains) {

    static Accounts in(Mesh mesh) {
        return mesh.get(new All());
    }

    private record All() implements Fact<Accounts> {
        @Override
        public Accounts of(Mesh mesh) {
            return Accounts.of(mesh);
        }
    }

    private static Accounts of(Mesh mesh) {
        var told = new HashSet<String>();
        var names = new TreeSet<String>();
        BiConsumer<String, String> add =
                (namespace, name) -> {
                    told.add(namespace);
                    names.add(namespace + "/" + name);
                    // every namespace has this one
                    names.add(namespace + "/default");
                };
        for (var account : mesh.all(Kinds.SERVICE_ACCOUNT)) {
            add.accept(account.namespace(), account.name());
        }
        for (var workload : mesh.workloads().all()) {
            if (mesh.isOwn(workload.object())) {
                add.accept(workload.object().namespace(), workload.serviceAccount());
            }
        }
        for (var entry : mesh.all(Kinds.WORKLOAD_ENTRY)) {
            add.accept(entry.namespace(), entry.spec().text("serviceAccount"));
        }
        for (var group : mesh.all(Kinds.WORKLOAD_GROUP)) {
            add.accept(group.namespace(), group.spec().text("template", "serviceAccount"));
        }
        var domains = trustDomains(mesh.settings().mesh());
        var principals = new HashSet<String>();
        domains.forEach(domain -> names.forEach(name -> principals.add(principal(domain, name))));
        return new Accounts(names, principals, told, there(mesh), domains);
    }

    private static Set<String> there(Mesh mesh) {
        if (!mesh.has(Kinds.NAMESPACE)) {
            return Set.of();
        }
        var there = new HashSet<>(mesh.namespaces());
        there.add(mesh.rootNamespace());
        there.add("default");
        return there;
    }

    private static List<String> trustDomains(MeshConfig settings) {
        return Stream.of(
                        List.of(settings.trustDomain()),
                        settings.trustDomainAliases(),
                        List.of(MeshConfig.DEFAULT.trustDomain()))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /// Whether the accounts of a namespace are told, or it is told that there is no such namespace.
    boolean areTold(String namespace) {
        return told.contains(namespace)
                || (!there.isEmpty()
                        && !there.contains(namespace)
                        && !namespace.startsWith("kube-"));
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
