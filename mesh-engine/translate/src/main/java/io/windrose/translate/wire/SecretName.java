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

    /// A certificate and its key in files that the proxy can read.
    public static String certificateFiles(String certificate, String key) {
        return "file-cert:" + certificate + "~" + key;
    }

    /// @param path empty for the certificates that the operating system trusts
    public static String rootFile(String path) {
        return "file-root:" + (path.isEmpty() ? "system" : path);
    }

    public static String credentialCa(String name) {
        return KUBERNETES + name + CA_SUFFIX;
    }
}
