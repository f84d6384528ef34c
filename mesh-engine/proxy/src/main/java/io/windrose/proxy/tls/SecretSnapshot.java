package io.windrose.proxy.tls;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every secret that the proxy holds at one moment, by its SDS name (`default`, `ROOTCA`, ...).
///
/// Put the same `TlsSecret` object again for what did not change: contexts are cached by identity.
public record SecretSnapshot(Map<String, TlsSecret> byName) {
    public static final SecretSnapshot EMPTY = new SecretSnapshot(Map.of());

    public SecretSnapshot {
        byName = Map.copyOf(byName);
    }

    @Nullable TlsSecret get(String name) {
        return byName.get(name);
    }
}
