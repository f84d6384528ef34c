package io.windrose.proxy.done;

/// Who is told of everything that ended; called on event loops, several of them at once, and must
/// not block.
public interface DoneListener {

    void done(Done done);

    /// A relayed TCP connection lives: called when its peer is known, every five seconds, and at
    /// its end just before [#done].
    void relayed(TcpProgress progress);
}
