package io.windrose.traffic.route;

import java.util.Locale;

/// Taking hosts and ports apart.
final class Authority {

    private Authority() {}

    /// @return the index of the colon before the port; -1 when there is no port
    static int portStart(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon >= 0 && colon > authority.lastIndexOf(']') ? colon : -1;
    }

    /// `authority` in lower case, without its port if asked for; the same text when that is so.
    static String normal(String authority, boolean ignorePort) {
        int colon = ignorePort ? portStart(authority) : -1;
        var host = colon < 0 ? authority : authority.substring(0, colon);
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                return host.toLowerCase(Locale.ROOT);
            }
        }
        return host;
    }
}
