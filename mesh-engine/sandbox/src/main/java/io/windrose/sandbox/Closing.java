package io.windrose.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has been started, to be stopped in the opposite order; one that fails to stop does not keep
/// the others running.
final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T something) {
        started.push(something);
        return something;
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            var next = started.pop();
            try {
                next.close();
            } catch (Exception failure) {
                LOG.atWarn()
                        .setCause(failure)
                        .addKeyValue("what", next.getClass().getSimpleName())
                        .log("did not stop as it should");
            }
        }
    }
}
