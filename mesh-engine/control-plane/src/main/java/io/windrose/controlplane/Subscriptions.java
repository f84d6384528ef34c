package io.windrose.controlplane;

/// Ends subscriptions to live values, whose closing never fails.
final class Subscriptions {
    private Subscriptions() {}

    static void end(AutoCloseable subscription) {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("a subscription did not end", e);
        }
    }
}
