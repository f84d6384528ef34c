package io.windrose.workspace.cluster;

import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import io.windrose.workspace.cluster.ApiClient.Answer;
import io.windrose.workspace.welcome.KubeAccess;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Reads a cluster once, by lists, a few kinds at a time.
///
/// A kind that the user may not read in all namespaces is read in the user's own. Blocks on the
/// network; on any thread.
public final class ClusterReader {
    /// As many objects as a server hands out at once without effort.
    private static final int PAGE = 500;

    private static final int AT_ONCE = 6;
    private static final String ROOT = "istio-system";

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

    private static final String DEFINITION_PATH =
            "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/";

    private final KubeAccess access;
    private final ApiClient client;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    private ClusterReader(KubeAccess access, ApiClient client) {
        this.access = access;
        this.client = client;
    }

    /// What one question brought.
    ///
    /// @param objects JSON, each with its kind
    /// @param note empty for nothing to say
    private record Part(KindPath kind, List<String> objects, Note note, String reason) {}

    private enum Note {
        NOTHING,
        REFUSED,
        FAILED
    }

    /// @return the problem that the cluster cannot be reached at all, or knows nobody of that name
    public static Result<LiveCluster> read(KubeAccess access) {
        return ApiClient.of(access)
                .then(client -> {
                    try (client) {
                        return new ClusterReader(access, client).read();
                    }
                });
    }

    private Result<LiveCluster> read() {
        return client.get("/version")
                .then(version -> client.get("/apis").then(groups -> read(version, groups)));
    }

    private Result<LiveCluster> read(Answer version, Answer groups) {
        var served = served(groups);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Callable<Result<Part>>>();
            for (var kind : KindPath.ALL) {
                kind(kind, served, groups.isGood()).ifPresent(one -> asked.add(() -> list(one)));
            }
            asked.add(this::settings);
            asked.add(this::definitions);
            var parts = new ArrayList<Part>();
            for (var answer : threads.invokeAll(asked)) {
                switch (answer.get()) {
                    case Result.Ok<Part>(var part, _) -> parts.add(part);
                    case Result.Err<Part>(var problems) -> {
                        return new Result.Err<>(problems);
                    }
                }
            }
            return Result.ok(cluster(Json.of(version.body()).text("gitVersion"), parts));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }

    private LiveCluster cluster(String version, List<Part> parts) {
        var files = new ArrayList<YamlFile>();
        var refused = new ArrayList<String>();
        var failed = new ArrayList<String>();
        for (var part : parts) {
            var kind = part.kind().name();
            if (part.note() == Note.REFUSED) {
                refused.add(kind);
            } else if (part.note() == Note.FAILED) {
                failed.add(kind + ": " + part.reason());
            }
            if (!part.objects().isEmpty()) {
                var name = access.context() + ":" + kind;
                switch (YamlFile.parse(name, String.join("\n", part.objects()))) {
                    case Result.Ok<YamlFile>(var file, _) -> files.add(file);
                    case Result.Err<YamlFile>(var problems) ->
                            failed.add(kind + ": " + problems.getFirst().message());
                }
            }
        }
        return new LiveCluster(
                access.context(), access.namespace(), version, files, refused, failed);
    }

    /// By group, the versions of it, the one that the server likes best first. Empty where the
    /// server does not tell.
    private static Map<String, List<String>> served(Answer groups) {
        var served = new HashMap<String, List<String>>();
        for (var group : Json.of(groups.body()).items("groups")) {
            var versions = new ArrayList<String>();
            versions.add(group.get("preferredVersion").text("version"));
            group.items("versions").forEach(one -> versions.add(one.text("version")));
            served.put(group.text("name"), versions);
        }
        return served;
    }

    /// @param told whether the server tells its groups
    private static Optional<KindPath> kind(
            KindPath kind, Map<String, List<String>> served, boolean told) {
        if (kind.group().isEmpty() || !told || builtIn(kind)) {
            return Optional.of(kind);
        }
        var versions = served.getOrDefault(kind.group(), List.of());
        if (versions.isEmpty() || versions.contains(kind.version())) {
            return versions.isEmpty() ? Optional.empty() : Optional.of(kind);
        }
        return Optional.of(
                new KindPath(
                        kind.group(),
                        versions.getFirst(),
                        kind.kind(),
                        kind.plural(),
                        kind.query()));
    }

    private static boolean builtIn(KindPath kind) {
        return !kind.group().contains(".") || kind.group().endsWith("registration.k8s.io");
    }

    private Result<Part> list(KindPath kind) throws InterruptedException {
        return list(kind, "")
                .then(all -> all.note() == Note.REFUSED ? ownNamespace(kind, all) : Result.ok(all));
    }

    /// What the user may see of a kind that is not for all eyes.
    private Result<Part> ownNamespace(KindPath kind, Part refused) {
        try {
            return list(kind, access.namespace())
                    .map(own ->
                            own.note() == Note.NOTHING
                                    ? new Part(kind, own.objects(), Note.REFUSED, "")
                                    : refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Result<Part> list(KindPath kind, String namespace) throws InterruptedException {
        turns.acquire();
        try {
            var objects = new ArrayList<String>();
            var next = "";
            do {
                var path =
                        "%s?limit=%d%s%s"
                                .formatted(
                                        kind.path(namespace),
                                        PAGE,
                                        kind.query().isEmpty() ? "" : "&" + kind.query(),
                                        next);
                var answered = client.get(path);
                if (!(answered instanceof Result.Ok<Answer>(var answer, _))) {
                    return new Result.Err<>(answered.problems());
                }
                if (!answer.isGood()) {
                    return Result.ok(note(kind, answer));
                }
                var list = JsonItems.of(answer.body());
                for (var item : list.items()) {
                    objects.add(JsonItems.whole(item, kind.apiVersion(), kind.kind()));
                }
                var from = URLEncoder.encode(list.next(), StandardCharsets.UTF_8);
                next = from.isEmpty() ? "" : "&continue=" + from;
            } while (!next.isEmpty());
            return Result.ok(new Part(kind, objects, Note.NOTHING, ""));
        } finally {
            turns.release();
        }
    }

    /// A kind that is not there has no objects, which is nothing to speak of.
    private static Part note(KindPath kind, Answer answer) {
        var note =
                switch (answer.status()) {
                    case 403 -> Note.REFUSED;
                    case 404 -> Note.NOTHING;
                    default -> Note.FAILED;
                };
        var message = Json.of(answer.body()).text("message");
        return new Part(
                kind, List.of(), note, message.isEmpty() ? "status " + answer.status() : message);
    }

    /// What is set for the whole mesh, and how sidecars are injected.
    private Result<Part> settings() throws InterruptedException {
        return list(new KindPath("", "v1", "ConfigMap", "configmaps", ""), ROOT);
    }

    private Result<Part> definitions() {
        var kind = new KindPath("apiextensions.k8s.io", "v1", "CustomResourceDefinition", "", "");
        var objects = new ArrayList<String>();
        for (var name : DEFINITIONS) {
            var answered = client.get(DEFINITION_PATH + name);
            if (!(answered instanceof Result.Ok<Answer>(var answer, _))) {
                return new Result.Err<>(answered.problems());
            }
            if (answer.isGood()) {
                objects.add(JsonItems.whole(answer.body(), kind.apiVersion(), kind.kind()));
            } else if (answer.status() == 403) {
                return Result.ok(note(kind, answer));
            }
        }
        return Result.ok(new Part(kind, objects, Note.NOTHING, ""));
    }
}
