package io.windrose.conformance.mtls;

import io.windrose.identity.AuthorityFiles;
import io.windrose.identity.CertificateAuthority;
import io.windrose.identity.Pem;
import io.windrose.identity.TrustDomain;
import io.windrose.kernel.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;

/// A root that signs for several trust domains, as one that a company runs for all its meshes.
record OneRoot(AuthorityFiles files) {
    private static final String PASSWORD = "of-no-worth";

    /// Makes a root with the JDK's own `keytool`.
    static OneRoot in(Path folder)
            throws IOException, InterruptedException, GeneralSecurityException {
        var store = folder.resolve("root.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command =
                List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "ca",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=One Root",
                        "-ext",
                        "bc:c",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString());
        int status =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.txt").toFile())
                        .start()
                        .waitFor();
        if (status != 0) {
            throw new AssertionError(Files.readString(folder.resolve("keytool.txt")));
        }
        var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        var root = (X509Certificate) keys.getCertificate("ca");
        var key = keys.getKey("ca", PASSWORD.toCharArray());
        Files.writeString(folder.resolve("ca-cert.pem"), Pem.encode(root));
        Files.writeString(
                folder.resolve("ca-key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        return new OneRoot(new AuthorityFiles(folder));
    }

    CertificateAuthority of(TrustDomain domain) {
        return switch (CertificateAuthority.load(files, domain, InstantSource.system())) {
            case Result.Ok<CertificateAuthority>(var authority, _) -> authority;
            case Result.Err<CertificateAuthority>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }
}
