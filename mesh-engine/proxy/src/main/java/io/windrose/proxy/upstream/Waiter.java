package io.windrose.proxy.upstream;

/// Who needs a connection for one request; told on the event loop, perhaps before asking has
/// returned.
public interface Waiter {

    /// The connection has room for one request, which must be opened before this returns.
    void ready(UpstreamConnection connection);

    void failed(ConnectFailure failure);
}
