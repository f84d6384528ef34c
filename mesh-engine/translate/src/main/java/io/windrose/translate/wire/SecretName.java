package io.windrose.translate.wire;

/// The names under which proxies subscribe to secrets.
///
/// @see <a href="https://github.com/istio/istio">Istio</a>
///   `pilot/pkg/model/credentials/resource.go`
public final class SecretName {
    /// The workload's own certificate and key.
    public static final String WORKLOAD = "default";

    /// The certificates that the mesh trusts.
    public static final String ROOTS = "ROOTCA";

    /// What follows the name of a secret that only holds certificates to check clients by.
    public static final String CA_SUFFIX = "-cacert";

    private static final String KUBERNETES = "kubernetes://";

    private SecretName() {}

    /// @param name of a Kubernetes Secret, as a Gateway writes it
    public static String credential(String name) {
        return KUBERNETES + name;
    }

    public static String credentialCa(String name) {
        return KUBERNETES + name + CA_SUFFIX;
    }
}
