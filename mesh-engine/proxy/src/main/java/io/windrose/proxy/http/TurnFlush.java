package io.windrose.proxy.http;

import io.netty.channel.Channel;

/// Flushes a channel once per turn of its event loop, however often that is asked for: the system
/// call is most of what a request costs.
public final class TurnFlush implements Runnable {
    private final Channel channel;
    private boolean asked;

    public TurnFlush(Channel channel) {
        this.channel = channel;
    }

    public void ask() {
        if (!asked) {
            asked = true;
            channel.eventLoop().execute(this);
        }
    }

    @Override
    public void run() {
        asked = false;
        channel.flush();
    }
}
