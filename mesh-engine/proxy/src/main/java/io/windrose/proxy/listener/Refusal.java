package io.windrose.proxy.listener;

import io.windrose.proxy.done.Done;
import io.windrose.proxy.done.PeerMetadata;
import io.windrose.proxy.done.TlsFacts;
import io.windrose.proxy.http.Headers;
import io.windrose.telemetry.ResponseFlag;
import io.windrose.telemetry.ResponseFlags;
import io.windrose.traffic.cluster.ServiceName;
import io.windrose.traffic.listener.Listener;
import java.net.InetSocketAddress;

/// A connection that no filter chain wanted; Envoy's `filter_chain_not_found`.
record Refusal(
        Station station,
        Listener listener,
        InetSocketAddress remote,
        InetSocketAddress local,
        String serverName) {

    void report() {
        var nothing = new Headers();
        var worker = station.worker();
        worker.done()
                .done(
                        new Done(
                                Done.Kind.TCP,
                                Done.Direction.valueOf(listener.direction().name()),
                                listener.name(),
                                "",
                                worker.clock().instant(),
                                new Done.Downstream(
                                        station.nextId(),
                                        remote,
                                        local,
                                        serverName,
                                        TlsFacts.PLAINTEXT,
                                        PeerMetadata.UNKNOWN),
                                new Done.Request("", "", "", "", "", nothing, 0, 0, 0),
                                new Done.Response(
                                        0,
                                        "filter_chain_not_found",
                                        "",
                                        nothing,
                                        nothing,
                                        "",
                                        0,
                                        0,
                                        0),
                                new Done.Upstream(
                                        "",
                                        "",
                                        "",
                                        ServiceName.NONE,
                                        null,
                                        null,
                                        TlsFacts.PLAINTEXT,
                                        PeerMetadata.UNKNOWN,
                                        "",
                                        "",
                                        "",
                                        0),
                                new Done.Timing(0, -1, -1, -1),
                                ResponseFlags.of(ResponseFlag.NO_ROUTE_FOUND)));
    }
}
