package io.windrose.proxy.exchange;

import io.netty.util.AsciiString;
import io.windrose.proxy.http.Head;
import io.windrose.proxy.http.Headers;
import io.windrose.proxy.http.HttpStream;
import io.windrose.proxy.http.RequestListener;
import io.windrose.proxy.http.StreamListener;

/// Takes the requests of one downstream connection and makes an exchange of each.
///
/// @param protocol `HTTP/1.1` or `HTTP/2`
public record HttpGate(Worker worker, Link link, HttpPlan plan, String protocol)
        implements RequestListener {

    @Override
    public StreamListener onRequest(HttpStream stream, Head.Request head, boolean last) {
        var exchange = new Exchange(worker, link, plan, stream, head, protocol);
        exchange.start(last);
        return exchange;
    }

    @Override
    public void onViolation(int status, String details) {
        var nothing =
                new Head.Request(
                        AsciiString.EMPTY_STRING,
                        AsciiString.EMPTY_STRING,
                        AsciiString.EMPTY_STRING,
                        AsciiString.EMPTY_STRING,
                        new Headers());
        var tally = new Tally(link, nothing, protocol, worker.clock().instant());
        worker.done().done(tally.refused(status, details));
    }
}
