package io.windrose.config.syntax;

import java.util.regex.Pattern;

/// IP addresses as text; names are never looked up.
public final class Addresses {
    private static final Pattern V4 =
            Pattern.compile(
                    "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
                            + "(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final Pattern PREFIX = Pattern.compile("[0-9]{1,3}");
    private static final int V4_BITS = 32;
    private static final int V6_BITS = 128;
    private static final int V6_GROUPS = 8;

    private Addresses() {}

    public static boolean isAddress(String text) {
        return V4.matcher(text).matches() || isV6(text);
    }

    public static boolean isCidr(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !PREFIX.matcher(text.substring(slash + 1)).matches()) {
            return false;
        }
        var address = text.substring(0, slash);
        int length = Integer.parseInt(text.substring(slash + 1));
        return V4.matcher(address).matches()
                ? length <= V4_BITS
                : isV6(address) && length <= V6_BITS;
    }

    private static boolean isV6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0) {
            int groups = groups(text.substring(0, gap)) + groups(text.substring(gap + 2));
            return groups < V6_GROUPS && groups >= 0;
        }
        return groups(text) == V6_GROUPS;
    }

    /// How many 16-bit groups the text stands for; far below zero when it is not such a list.
    private static int groups(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        var parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && V4.matcher(parts[i]).matches()) {
                count += 2;
            } else if (GROUP.matcher(parts[i]).matches()) {
                count++;
            } else {
                return -V6_BITS;
            }
        }
        return count;
    }
}
