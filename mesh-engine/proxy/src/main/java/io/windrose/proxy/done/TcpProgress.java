package io.windrose.proxy.done;

/// What a relayed TCP connection has moved since the last report on it.
///
/// @param soFar the connection as it would be reported if it ended now
/// @param newlyReceived bytes from the client since the last report
/// @param newlySent bytes to the client since the last report
public record TcpProgress(Stage stage, Done soFar, long newlyReceived, long newlySent) {
    public enum Stage {
        OPENED,
        RUNNING,
        CLOSED
    }
}
