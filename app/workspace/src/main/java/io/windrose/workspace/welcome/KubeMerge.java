package io.windrose.workspace.welcome;

import io.windrose.config.tree.ConfigTree.Mapping;
import io.windrose.kube.ClusterAccess;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Several kubeconfigs as one: of each name the first entry counts.
final class KubeMerge {
    private final List<KubeFile> files;

    KubeMerge(List<KubeFile> files) {
        this.files = List.copyOf(files);
    }

    /// The name of the context that kubectl would use; empty where none is said.
    String current() {
        return files.stream()
                .map(KubeFile::currentContext)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// @return empty for a context that is not there, or whose cluster is not
    Optional<ClusterAccess> access(String name) {
        return files.stream()
                .filter(file -> file.contexts().containsKey(name))
                .findFirst()
                .flatMap(file ->
                        Optional.ofNullable(file.contexts().get(name))
                                .map(fields -> new KubeEntry(fields, file.file())))
                .filter(context -> cluster(context.text("cluster")).isPresent())
                .map(context ->
                        new ClusterAccess(
                                name,
                                namespace(context),
                                files.stream().map(KubeFile::file).toList(),
                                user(context.text("user")).flatMap(one -> one.path("tokenFile"))));
    }

    private static String namespace(KubeEntry context) {
        var namespace = context.text("namespace");
        return namespace.isEmpty() ? "default" : namespace;
    }

    List<KubeContext> contexts() {
        var current = current();
        var contexts = new ArrayList<KubeContext>();
        Set<String> seen = new HashSet<>();
        for (var file : files) {
            file.contexts()
                    .forEach((name, fields) -> {
                        if (seen.add(name)) {
                            contexts.add(
                                    context(
                                            name,
                                            new KubeEntry(fields, file.file()),
                                            name.equals(current)));
                        }
                    });
        }
        contexts.sort(Comparator.comparing(context -> !context.current()));
        return contexts;
    }

    private KubeContext context(String name, KubeEntry context, boolean current) {
        var clusterName = context.text("cluster");
        var userName = context.text("user");
        var cluster = cluster(clusterName);
        var user = user(userName);
        var checks = new ArrayList<Check>();
        cluster.ifPresentOrElse(
                found -> check(found, checks),
                () ->
                        checks.add(
                                Check.bad(
                                        clusterName.isEmpty()
                                                ? "No cluster is named"
                                                : "Cluster " + clusterName + " is not described",
                                        "Add it to the clusters of the kubeconfig")));
        user.ifPresentOrElse(
                found -> signIn(found, checks),
                () ->
                        checks.add(
                                userName.isEmpty()
                                        ? Check.doubtful(
                                                "No user is named",
                                                "Only what anybody may do will work")
                                        : Check.bad(
                                                "User " + userName + " is not described",
                                                "Add it to the users of the kubeconfig")));
        return new KubeContext(
                name,
                clusterName,
                cluster.map(found -> found.text("server")).orElse(""),
                userName,
                namespace(context),
                current,
                context.file(),
                checks);
    }

    private Optional<KubeEntry> cluster(String name) {
        return files.stream()
                .filter(file -> file.clusters().containsKey(name))
                .findFirst()
                .flatMap(file ->
                        Optional.ofNullable(file.clusters().get(name))
                                .map(fields -> new KubeEntry(fields, file.file())));
    }

    private Optional<KubeEntry> user(String name) {
        return files.stream()
                .filter(file -> file.users().containsKey(name))
                .findFirst()
                .flatMap(file ->
                        Optional.ofNullable(file.users().get(name))
                                .map(fields -> new KubeEntry(fields, file.file())));
    }

    private static void check(KubeEntry cluster, List<Check> checks) {
        var server = cluster.text("server");
        if (server.isEmpty()) {
            checks.add(Check.bad("No server is named", "Add the URL of the cluster's API server"));
        } else {
            checks.add(server(server));
        }
        if (cluster.text("insecure-skip-tls-verify").equals("true")) {
            checks.add(
                    Check.doubtful(
                            "The server's certificate is not checked",
                            "insecure-skip-tls-verify is set: anybody on the way can read along"));
        }
        exists(cluster, "certificate-authority", checks);
    }

    private static Check server(String server) {
        try {
            var url = new URI(server);
            var scheme = url.getScheme();
            if (url.getHost() != null && "https".equalsIgnoreCase(scheme)) {
                return Check.good("The server is " + url.getHost(), server);
            }
            if (url.getHost() != null && "http".equalsIgnoreCase(scheme)) {
                return Check.doubtful(
                        "The connection is not encrypted", server + " begins with http");
            }
        } catch (URISyntaxException notOne) {
            return Check.bad("The server is no URL", server);
        }
        return Check.bad("The server is no URL", server);
    }

    private static void signIn(KubeEntry user, List<Check> checks) {
        exists(user, "client-certificate", checks);
        exists(user, "client-key", checks);
        exists(user, "tokenFile", checks);
        if (user.fields().get("exec").orElse(user.fields()) instanceof Mapping exec
                && user.has("exec")) {
            checks.add(
                    Check.note(
                            "Signing in runs " + KubeFile.text(exec, "command"),
                            "Not before you connect"));
        } else if (user.has("auth-provider")) {
            checks.add(
                    Check.bad(
                            "Signs in with an auth-provider",
                            "Kubernetes has dropped these; use an exec plugin"));
        } else if (!hasCredentials(user)) {
            checks.add(
                    Check.doubtful(
                            "The user has no credentials", "Only what anybody may do will work"));
        }
    }

    private static boolean hasCredentials(KubeEntry user) {
        return List.of(
                        "client-certificate",
                        "client-certificate-data",
                        "token",
                        "tokenFile",
                        "username")
                .stream()
                .anyMatch(user::has);
    }

    /// Only whether it is there; its content is not read. Names of other computers are not asked.
    private static void exists(KubeEntry entry, String field, List<Check> checks) {
        var name = entry.text(field);
        if (name.isEmpty() || entry.has(field + "-data") || name.startsWith("\\\\")) {
            return;
        }
        boolean there =
                KubeContexts.path(name)
                        .map(path -> entry.file().toAbsolutePath().resolveSibling(path))
                        .filter(Files::isRegularFile)
                        .isPresent();
        if (!there) {
            checks.add(Check.bad("The file of " + field + " is not there", name));
        }
    }
}
