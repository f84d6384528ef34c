package io.windrose.kube;

import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.windrose.config.tree.YamlFile;
import io.windrose.kernel.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/// Reads a cluster once, by lists, a few kinds at a time.
///
/// A kind that the user may not read in all namespaces is read in the user's own. Blocks on the
/// network; on any thread.
public final class ClusterReader {
    private static final int AT_ONCE = 6;
    private static final String ROOT = "istio-system";

    private final ClusterAccess access;
    private final KubernetesClient client;
    private final KindLists lists;
    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Map<String, List<String>> served = new ConcurrentHashMap<>();

    private ClusterReader(ClusterAccess access, KubernetesClient client) {
        this.access = access;
        this.client = client;
        this.lists = new KindLists(client);
    }

    /// @return the problem that the cluster cannot be reached at all, or knows nobody of that name
    public static Result<LiveCluster> read(ClusterAccess access) {
        return Clients.of(access)
                .then(client -> {
                    try (client) {
                        return Result.ok(new ClusterReader(access, client).read());
                    } catch (KubernetesClientException failure) {
                        return Clients.unreachable(
                                access,
                                client.getMasterUrl().toString().replaceFirst("/+$", ""),
                                failure);
                    }
                });
    }

    private LiveCluster read() {
        var version = client.getKubernetesVersion().getGitVersion();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Callable<KindLists.Part>>();
            for (var kind : KindPath.ALL) {
                asked.add(() -> inTurn(() -> list(kind)));
            }
            asked.add(() -> inTurn(() -> lists.in(KindPath.CONFIG_MAP, ROOT)));
            asked.add(() -> inTurn(lists::definitions));
            var parts = new ArrayList<KindLists.Part>();
            for (var answer : threads.invokeAll(asked)) {
                parts.add(answer.get());
            }
            return cluster(version == null ? "" : version, parts);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KubernetesClientException("the question was interrupted", stopped);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof KubernetesClientException unreachable) {
                throw unreachable;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private KindLists.Part inTurn(Callable<KindLists.Part> question) throws Exception {
        turns.acquire();
        try {
            return question.call();
        } finally {
            turns.release();
        }
    }

    /// In a version that the server has.
    private KindLists.Part list(KindPath kind) {
        if (kind.isBuiltIn()) {
            return visible(kind);
        }
        var versions = served.computeIfAbsent(kind.group(), this::versions);
        if (versions.isEmpty()) {
            return new KindLists.Part(kind, List.of(), KindLists.Note.NOTHING, "");
        }
        return visible(versions.contains(kind.version()) ? kind : kind.in(versions.getFirst()));
    }

    /// What the user may see of a kind that is not for all eyes.
    private KindLists.Part visible(KindPath kind) {
        var all = lists.everywhere(kind);
        if (all.note() != KindLists.Note.REFUSED) {
            return all;
        }
        var own = lists.in(kind, access.namespace());
        return own.note() == KindLists.Note.NOTHING
                ? new KindLists.Part(kind, own.objects(), KindLists.Note.REFUSED, "")
                : all;
    }

    private LiveCluster cluster(String version, List<KindLists.Part> parts) {
        var files = new ArrayList<YamlFile>();
        var refused = new ArrayList<String>();
        var failed = new ArrayList<String>();
        for (var part : parts) {
            var kind = part.kind().name();
            if (part.note() == KindLists.Note.REFUSED) {
                refused.add(kind);
            } else if (part.note() == KindLists.Note.FAILED) {
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

    /// The versions of a group, the one that the server likes best first; none where it does not
    /// know the group.
    private List<String> versions(String group) {
        var found = client.getApiGroup(group);
        return found == null
                ? List.of()
                : Stream.concat(
                                Stream.ofNullable(found.getPreferredVersion()),
                                found.getVersions().stream())
                        .map(GroupVersionForDiscovery::getVersion)
                        .toList();
    }
}
