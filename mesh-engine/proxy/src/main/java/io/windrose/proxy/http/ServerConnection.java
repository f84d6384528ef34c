package io.windrose.proxy.http;

/// A downstream HTTP connection, as far as its owner steers it. On the connection's event loop.
public interface ServerConnection {

    /// Takes no new requests beyond those under way, and closes once they have ended.
    void drain();

    /// Requests whose response has not ended.
    int activeRequests();
}
