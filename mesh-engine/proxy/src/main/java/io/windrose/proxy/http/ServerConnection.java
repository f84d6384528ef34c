package io.windrose.proxy.http;

/// A downstream HTTP connection, as far as its owner steers it. On the connection's event loop.
public interface ServerConnection {

    /// Tells the client to send its next requests elsewhere, and ends once that can lose none; a
    /// client that never asks again keeps its connection until its owner closes it.
    void drain();

    /// Requests whose response has not ended.
    int activeRequests();
}
