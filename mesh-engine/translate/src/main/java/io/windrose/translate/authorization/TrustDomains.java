package io.windrose.translate.authorization;

import io.windrose.config.resource.MeshConfig;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The domains whose identities count as the mesh's own: a principal of one means that of each.
///
/// @param names the mesh's domain first, then its aliases
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/security/trustdomain/bundle.go`
record TrustDomains(List<String> names) {
    /// Istio's name for "the domain of this mesh, whatever it is called".
    private static final String DEFAULT = "cluster.local";

    /// `<domain>/ns/<namespace>/sa/<account>`: the form in which a domain is demanded.
    private static final Pattern IDENTITY = Pattern.compile("([^/]+)(/[^/]*/[^/]*/[^/]*/[^/]*)");

    TrustDomains {
        names = List.copyOf(names);
    }

    static TrustDomains of(MeshConfig mesh) {
        return new TrustDomains(
                Stream.concat(Stream.of(mesh.trustDomain()), mesh.trustDomainAliases().stream())
                        .toList());
    }

    /// The principal under each of the mesh's domains, in their order; itself where it is of
    /// another domain or demands none.
    List<String> aliases(String principal) {
        var identity = IDENTITY.matcher(principal);
        if (!identity.matches()) {
            return List.of(principal);
        }
        var domain = identity.group(1);
        if (names.stream().noneMatch(name -> covers(domain, name)) && !domain.equals(DEFAULT)) {
            return List.of(principal);
        }
        var aliases = new LinkedHashSet<String>();
        for (var name : names) {
            aliases.add(covers(domain, name) ? principal : name + identity.group(2));
        }
        return new ArrayList<>(aliases);
    }

    private static boolean covers(String pattern, String name) {
        return pattern.startsWith("*") ? name.endsWith(pattern.substring(1)) : name.equals(pattern);
    }
}
