package io.windrose.proxy.upstream;

import io.netty.channel.Channel;
import io.windrose.proxy.done.TlsFacts;

/// Who waits for a connection; told on the event loop.
public interface DialCaller {

    /// @param channel does not read before this returns; its new owner adds handlers here
    void connected(Channel channel, TlsFacts tls);

    void failed(ConnectFailure failure);
}
