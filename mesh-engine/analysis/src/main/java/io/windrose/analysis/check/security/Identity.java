package io.windrose.analysis.check.security;

import java.util.regex.Pattern;

/// The name in a caller's certificate, `domain/ns/namespace/sa/name`, taken apart.
final class Identity {
    private static final Pattern PRINCIPAL = Pattern.compile("([^*]*|\\*)/ns/([^/*]+)/sa/([^*]*)");

    private Identity() {}

    /// Empty for what is written differently.
    static String namespace(String principal) {
        return part(principal, 2);
    }

    /// Empty for what is written differently.
    static String account(String principal) {
        return part(principal, 3);
    }

    /// Empty for what is written differently.
    static String trustDomain(String principal) {
        return part(principal, 1);
    }

    private static String part(String principal, int group) {
        var parts = PRINCIPAL.matcher(principal);
        return parts.matches() ? parts.group(group) : "";
    }
}
