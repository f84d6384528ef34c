package io.windrose.proxy.exchange;

import io.netty.util.AsciiString;
import io.windrose.proxy.http.Head;
import io.windrose.proxy.http.Headers;
import io.windrose.traffic.header.TextTemplate;
import java.util.Locale;

/// What commands in configured header values stand for.
///
/// @param response empty while there is none
record TemplateValues(Link link, Head.Request request, String route, Headers response)
        implements TextTemplate.Values {

    @Override
    public String value(TextTemplate.Command command) {
        return switch (command.name()) {
            case "REQ" -> firstOf(command.argument());
            case "RESP" -> response.text(command.argument());
            case "DOWNSTREAM_REMOTE_ADDRESS", "DOWNSTREAM_DIRECT_REMOTE_ADDRESS" ->
                    link.remote().getAddress().getHostAddress() + ":" + link.remote().getPort();
            case "DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT",
                    "DOWNSTREAM_DIRECT_REMOTE_ADDRESS_WITHOUT_PORT" ->
                    link.remote().getAddress().getHostAddress();
            case "DOWNSTREAM_LOCAL_ADDRESS" ->
                    link.local().getAddress().getHostAddress() + ":" + link.local().getPort();
            case "DOWNSTREAM_LOCAL_ADDRESS_WITHOUT_PORT" ->
                    link.local().getAddress().getHostAddress();
            case "DOWNSTREAM_LOCAL_PORT" -> Integer.toString(link.local().getPort());
            case "DOWNSTREAM_PEER_URI_SAN" -> link.tls().peerUri();
            case "DOWNSTREAM_LOCAL_URI_SAN" -> link.tls().localUri();
            case "DOWNSTREAM_PEER_SUBJECT" -> link.tls().peerSubject();
            case "DOWNSTREAM_TLS_VERSION" -> link.tls().version();
            case "DOWNSTREAM_TLS_CIPHER" -> link.tls().cipher();
            case "REQUESTED_SERVER_NAME" -> link.serverName();
            case "ROUTE_NAME" -> route;
            default -> "";
        };
    }

    /// `X?Y`: the header X, or Y where X is absent.
    private String firstOf(String names) {
        for (var name : names.split("\\?", -1)) {
            var value = requestHeader(name.toLowerCase(Locale.ROOT));
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    private String requestHeader(String name) {
        return switch (name) {
            case ":method" -> request.method().toString();
            case ":path" -> request.path().toString();
            case ":authority", "host" -> request.authority().toString();
            case ":scheme" -> request.scheme().toString();
            default -> request.headers().text(AsciiString.of(name));
        };
    }
}
