package io.windrose.translate.scope;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;

/// The switches that a proxy sets by its node's metadata, with their defaults.
///
/// @param http10 accepts HTTP/1.0 (`HTTP10`)
/// @param idleTimeout of downstream HTTP connections, in Istio's notation such as `90s`; empty: the
///   proxy's own (`IDLE_TIMEOUT`)
/// @param httpProxyPort port of an explicit HTTP proxy; 0: none (`HTTP_PROXY_PORT`)
/// @param exactBalanceInbound evens out accepted connections (`INBOUND_LISTENER_EXACT_BALANCE`)
/// @param appAddress where the application answers when nothing is intercepted, as `IP:port`;
///   empty: on 127.0.0.1 at the endpoint's port (`WINDROSE_APP`)
/// @param outboundBind address of a gateway's listeners, and of outbound ones when nothing is
///   intercepted; empty: all addresses, or 127.0.0.1 (`WINDROSE_OUTBOUND_BIND`)
/// @param outboundPortOffset is added to the service's port for these
///   (`WINDROSE_OUTBOUND_PORT_OFFSET`)
public record ProxySettings(
        boolean http10,
        String idleTimeout,
        int httpProxyPort,
        boolean exactBalanceInbound,
        String appAddress,
        String outboundBind,
        int outboundPortOffset) {
    public static final ProxySettings DEFAULT = new ProxySettings(false, "", 0, false, "", "", 0);

    static ProxySettings of(Struct metadata) {
        return new ProxySettings(
                isOn(text(metadata, "HTTP10")),
                text(metadata, "IDLE_TIMEOUT"),
                number(metadata, "HTTP_PROXY_PORT"),
                isOn(text(metadata, "INBOUND_LISTENER_EXACT_BALANCE")),
                text(metadata, "WINDROSE_APP"),
                text(metadata, "WINDROSE_OUTBOUND_BIND"),
                number(metadata, "WINDROSE_OUTBOUND_PORT_OFFSET"));
    }

    /// The text or number under `key`; empty when absent or neither.
    static String text(Struct metadata, String key) {
        var value = metadata.getFieldsOrDefault(key, Value.getDefaultInstance());
        return switch (value.getKindCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> String.valueOf(value.getBoolValue());
            case NUMBER_VALUE -> String.valueOf(Math.round(value.getNumberValue()));
            case NULL_VALUE, STRUCT_VALUE, LIST_VALUE, KIND_NOT_SET -> "";
        };
    }

    private static boolean isOn(String text) {
        return text.equals("1") || text.equals("true");
    }

    private static int number(Struct metadata, String key) {
        var text = text(metadata, key);
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }
}
