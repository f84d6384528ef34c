package io.windrose.proxy.exchange;

import io.netty.buffer.ByteBuf;
import io.windrose.proxy.http.Headers;
import io.windrose.proxy.http.HttpStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has come of a request's body: handed to the attempt that runs, and kept as long as it may
/// have to be sent again.
final class RequestBody {
    private final int limit;
    private final List<ByteBuf> kept = new ArrayList<>(0);
    private long bytes;
    private boolean repeatable;
    private boolean complete;
    private @Nullable Headers trailers;

    /// @param limit so many bytes are kept at most; a longer body cannot be repeated
    RequestBody(int limit) {
        this.limit = limit;
    }

    /// Called before anything is sent.
    void keepForRepeating() {
        repeatable = true;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    boolean isComplete() {
        return complete;
    }

    boolean isEmpty() {
        return bytes == 0 && trailers == null;
    }

    /// Whether more is waiting for an attempt than should be.
    boolean isFull() {
        return bytes > limit;
    }

    void completeWithoutBody() {
        complete = true;
    }

    /// @param data passes over to us
    /// @param running takes it at once; null while no attempt has a connection
    void add(ByteBuf data, boolean last, @Nullable HttpStream running) {
        bytes += data.readableBytes();
        complete = last;
        if (running == null) {
            kept.add(data);
            return;
        }
        if (repeatable && bytes > limit) {
            giveUpRepeating();
        }
        if (repeatable) {
            kept.add(data.retainedDuplicate());
        }
        running.data(data, last);
    }

    void end(Headers newTrailers, @Nullable HttpStream running) {
        complete = true;
        trailers = newTrailers;
        if (running != null) {
            running.trailers(newTrailers);
        }
    }

    /// Sends an attempt all that has come so far; its head has been sent, and was not the last.
    void sendTo(HttpStream stream) {
        for (int i = 0; i < kept.size(); i++) {
            var data = repeatable ? kept.get(i).retainedDuplicate() : kept.get(i);
            stream.data(data, complete && trailers == null && i == kept.size() - 1);
        }
        if (trailers != null) {
            stream.trailers(trailers);
        }
        if (!repeatable) {
            kept.clear();
        }
    }

    /// What has come so far, for another who sends it elsewhere.
    void copyTo(RequestBody other) {
        kept.forEach(data -> other.kept.add(data.retainedDuplicate()));
        other.bytes = bytes;
        other.complete = complete;
        other.trailers = trailers == null ? null : trailers.copy();
    }

    /// No attempt will follow the running one.
    void giveUpRepeating() {
        if (repeatable) {
            repeatable = false;
            release();
        }
    }

    void release() {
        kept.forEach(ByteBuf::release);
        kept.clear();
    }
}
