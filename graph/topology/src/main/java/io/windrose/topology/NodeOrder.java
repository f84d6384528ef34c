package io.windrose.topology;

/// Orders nodes as their ids would be ordered, letter by letter, but compares the parts where they
/// lie: graphs are sorted maps, and strings that are built for each comparison cost most of a
/// refresh.
final class NodeOrder {
    /// Less than every letter: the id is at its end.
    private static final int END = -1;

    private NodeOrder() {}

    static int compare(Node one, Node other) {
        int order = one.kind().compareTo(other.kind());
        if (order == 0) {
            order = part(one.cluster(), '/', other.cluster(), '/');
        }
        if (order == 0) {
            order = part(one.namespace(), '/', other.namespace(), '/');
        }
        if (order == 0) {
            var version = version(one);
            var otherVersion = version(other);
            order =
                    part(
                            one.name(),
                            version.isEmpty() ? END : '@',
                            other.name(),
                            otherVersion.isEmpty() ? END : '@');
            if (order == 0) {
                order = version.compareTo(otherVersion);
            }
        }
        return order;
    }

    private static String version(Node node) {
        return node instanceof Node.App app ? app.version() : "";
    }

    /// Two parts with what follows each of them in the id.
    private static int part(String one, int then, String other, int otherThen) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            int order = one.charAt(i) - other.charAt(i);
            if (order != 0) {
                return order;
            }
        }
        int next = one.length() > common ? one.charAt(common) : then;
        int otherNext = other.length() > common ? other.charAt(common) : otherThen;
        return Integer.compare(next, otherNext);
    }
}
