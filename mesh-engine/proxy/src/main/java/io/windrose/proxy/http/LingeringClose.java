package io.windrose.proxy.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import java.util.concurrent.TimeUnit;

/// Closes a connection whose client may still be sending: at once, the unread bytes would turn into
/// a reset that can overtake our last answer.
final class LingeringClose {
    /// Envoy's `delayed_close_timeout`.
    private static final int MILLIS = 1000;

    private LingeringClose() {}

    static void closeFlushed(Channel channel) {
        var _ =
                channel.writeAndFlush(Unpooled.EMPTY_BUFFER)
                        .addListener(ChannelFutureListener.CLOSE);
    }

    /// The caller discards what still comes in.
    static void closeLater(Channel channel) {
        channel.flush();
        var timeout =
                channel.eventLoop()
                        .schedule(() -> closeNow(channel), MILLIS, TimeUnit.MILLISECONDS);
        var _ = channel.closeFuture().addListener(_ -> timeout.cancel(false));
    }

    private static void closeNow(Channel channel) {
        var _ = channel.close();
    }
}
