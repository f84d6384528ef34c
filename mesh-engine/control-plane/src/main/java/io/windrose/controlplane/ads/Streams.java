package io.windrose.controlplane.ads;

import io.windrose.controlplane.push.MeshVersion;
import io.windrose.controlplane.push.PushQueue;
import io.windrose.controlplane.push.Translations;
import io.windrose.controlplane.session.ResourceStatus;
import io.windrose.controlplane.status.StatusBoard;
import io.windrose.kernel.Owner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/// The streams that are open, and what they are all to be given.
///
/// State lives on `owner`; the methods may be called from any thread.
public final class Streams {
    private final Owner owner;
    private final StatusBoard board;
    private final PushQueue<Member> queue;
    private final Map<String, Member> members = new HashMap<>();
    private final AtomicLong connections = new AtomicLong();

    /// Written on `owner`; streams read it when they begin.
    private volatile Translations newest = Translations.of(MeshVersion.NONE);

    /// One stream, as a push sees it.
    interface Member {
        /// @return completes when the stream has been given `newest`, or has ended
        CompletionStage<?> take(Translations newest);

        CompletionStage<List<ResourceStatus>> resources();

        /// Sends the proxy away, to come back to whoever serves then.
        void shutDown();
    }

    /// @param pushesAtOnce how many streams are given a new mesh at a time
    public Streams(Owner owner, StatusBoard board, int pushesAtOnce) {
        this.owner = owner;
        this.board = board;
        queue = new PushQueue<>(owner, pushesAtOnce, member -> member.take(newest));
    }

    /// Makes `mesh` the newest and has every stream pushed.
    public void publish(MeshVersion mesh) {
        owner.execute(() -> {
            newest = newest.next(mesh);
            board.handOut(mesh.number());
            members.values().forEach(queue::add);
        });
    }

    /// What the newest stream of that proxy was sent and accepted; empty when it is not connected.
    public CompletionStage<List<ResourceStatus>> resources(String nodeId) {
        var answer = new CompletableFuture<List<ResourceStatus>>();
        owner.execute(() -> {
            var member = members.get(nodeId);
            if (member == null) {
                answer.complete(List.of());
            } else {
                var _ = member.resources().thenAccept(answer::complete);
            }
        });
        return answer;
    }

    /// Ends every stream that is open.
    public void shutDown() {
        owner.execute(() -> List.copyOf(members.values()).forEach(Member::shutDown));
    }

    StatusBoard board() {
        return board;
    }

    long nextConnection() {
        return connections.incrementAndGet();
    }

    Translations newest() {
        return newest;
    }

    /// Pushes at once, too: a mesh may have been published since the stream read [#newest].
    void add(String nodeId, Member member) {
        owner.execute(() -> {
            members.put(nodeId, member);
            queue.add(member);
        });
    }

    void remove(String nodeId, Member member) {
        owner.execute(() -> {
            members.remove(nodeId, member);
            queue.remove(member);
        });
    }
}
