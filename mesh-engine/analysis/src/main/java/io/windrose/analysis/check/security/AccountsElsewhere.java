package io.windrose.analysis.check.security;

import io.windrose.analysis.Fact;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.Node;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The service accounts of the other clusters of a mesh.
///
/// @param byCluster the first one that has an account is named
record AccountsElsewhere(SequencedMap<String, Accounts> byCluster) {

    static AccountsElsewhere in(Mesh mesh) {
        return mesh.get(new All());
    }

    private record All() implements Fact<AccountsElsewhere> {
        @Override
        public AccountsElsewhere of(Mesh mesh) {
            var byCluster = new LinkedHashMap<String, Accounts>();
            mesh.clusters()
                    .others()
                    .forEach((name, other) -> byCluster.put(name, Accounts.in(other)));
            return new AccountsElsewhere(byCluster);
        }
    }

    /// What to say in place of that there is no such account: where it is, if it is anywhere.
    ///
    /// @param name a principal, or `namespace/name`, or a name in the namespace of the object
    Finding instead(Finding finding, Node name) {
        return finding.has("KIA0106")
                ? byCluster.entrySet().stream()
                        .filter(cluster -> has(cluster.getValue(), name))
                        .findFirst()
                        .map(cluster -> remote(cluster.getKey(), name))
                        .orElse(finding)
                : finding;
    }

    private static boolean has(Accounts accounts, Node name) {
        var text = name.text();
        var account = text.contains("/") ? text : name.object().namespace() + "/" + text;
        return accounts.names().contains(account) || accounts.match(new TextPattern(text));
    }

    private static Finding remote(String cluster, Node name) {
        return Finding.of(
                "KIA0107",
                name,
                "%s is an account of cluster %s and of none here; it matches callers from there, as long as both clusters trust the same root."
                        .formatted(name.text(), cluster));
    }
}
