package io.windrose.sandbox;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Where the proxies' admin interfaces answer, and with which token.
///
/// @param byPod in the order of the workloads
record AdminAddresses(SequencedMap<String, InetSocketAddress> byPod, String token) {
    AdminAddresses {
        byPod = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byPod));
    }

    /// A URL that works as it is printed.
    URI url(String pod, String path) {
        var address = byPod.get(pod);
        if (address == null) {
            throw new IllegalArgumentException("no proxy " + pod);
        }
        return URI.create("http://" + text(address) + path + "?token=" + token);
    }

    static String text(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }
}
