package io.windrose.proxy.http;

/// An upstream HTTP connection. On its event loop.
public interface ClientConnection {

    /// Whether another request may be opened now.
    boolean hasRoom();

    int activeRequests();

    /// Call only while there is room. The request's head must follow at once.
    ///
    /// @param listener hears the response
    HttpStream open(StreamListener listener);

    /// Takes no further requests and closes when the running ones have ended.
    void drain();

    /// What a connection tells its pool.
    interface Owner {
        /// A request ended, or the peer now allows more.
        void roomChanged(ClientConnection connection);

        void closed(ClientConnection connection);
    }
}
