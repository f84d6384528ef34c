package io.windrose.controlplane.session;

/// The way to the proxy. Called on the session's owner only.
public interface Wire {

    /// False while the proxy does not read: what is sent then would only pile up. When it turns
    /// true, the session is told by [ProxySession#onWritable].
    boolean isReady();

    void send(Response response);
}
