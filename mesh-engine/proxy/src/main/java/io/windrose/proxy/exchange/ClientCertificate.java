package io.windrose.proxy.exchange;

import io.windrose.proxy.done.TlsFacts;
import io.windrose.proxy.http.HeaderNames;
import io.windrose.proxy.http.Headers;
import io.windrose.traffic.listener.HttpConnection;

/// The header `x-forwarded-client-cert`: what the application learns of who called.
///
/// @see <a
///   href="https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/headers">Envoy's
///   description</a>
final class ClientCertificate {

    private ClientCertificate() {}

    static void forward(Headers headers, HttpConnection.Certificate rules, TlsFacts tls) {
        switch (rules.forwarding()) {
            case SANITIZE -> headers.remove(HeaderNames.X_FORWARDED_CLIENT_CERT);
            case ALWAYS_FORWARD_ONLY -> {}
            case FORWARD_ONLY -> {
                if (!isMutual(tls)) {
                    headers.remove(HeaderNames.X_FORWARDED_CLIENT_CERT);
                }
            }
            case APPEND_FORWARD -> {
                if (isMutual(tls)) {
                    var before = headers.joined(HeaderNames.X_FORWARDED_CLIENT_CERT);
                    var ours = element(rules, tls);
                    headers.set(
                            HeaderNames.X_FORWARDED_CLIENT_CERT,
                            before == null ? ours : before + "," + ours);
                } else {
                    headers.remove(HeaderNames.X_FORWARDED_CLIENT_CERT);
                }
            }
            case SANITIZE_SET -> {
                headers.remove(HeaderNames.X_FORWARDED_CLIENT_CERT);
                if (isMutual(tls)) {
                    headers.set(HeaderNames.X_FORWARDED_CLIENT_CERT, element(rules, tls));
                }
            }
        }
    }

    private static boolean isMutual(TlsFacts tls) {
        return !tls.peerHash().isEmpty();
    }

    private static String element(HttpConnection.Certificate rules, TlsFacts tls) {
        var text = new StringBuilder();
        if (!tls.localUri().isEmpty()) {
            text.append("By=").append(tls.localUri()).append(';');
        }
        text.append("Hash=").append(tls.peerHash());
        if (rules.subject()) {
            text.append(";Subject=\"").append(tls.peerSubject().replace("\"", "\\\"")).append('"');
        }
        if (rules.uri()) {
            text.append(";URI=").append(tls.peerUri());
        }
        if (rules.dns() && !tls.peerDns().isEmpty()) {
            for (var name : tls.peerDns().split(",", -1)) {
                text.append(";DNS=").append(name);
            }
        }
        return text.toString();
    }
}
