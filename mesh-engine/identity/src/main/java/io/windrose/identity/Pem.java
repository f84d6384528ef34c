package io.windrose.identity;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Text blocks of keys, requests and certificates, as OpenSSL and Istio write them.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
public final class Pem {
    private static final int MAX_CHARACTERS = 1 << 20;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \\1-----");
    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Pem() {}

    /// One block; its bytes are read once and never changed.
    static final class Block {
        private final String label;
        private final byte[] bytes;

        private Block(String label, byte[] bytes) {
            this.label = label;
            this.bytes = bytes;
        }

        String label() {
            return label;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /// Every certificate of a text, in its order; other blocks in it are passed over.
    ///
    /// @return at least one certificate
    public static Result<List<X509Certificate>> certificates(String text) {
        return blocks(text).then(Pem::certificatesOf);
    }

    public static String encode(List<X509Certificate> certificates) {
        return certificates.stream().map(Pem::encode).collect(Collectors.joining());
    }

    public static String encode(X509Certificate certificate) {
        try {
            return encode("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that cannot be encoded", e);
        }
    }

    static String encode(String label, byte[] der) {
        return "-----BEGIN "
                + label
                + "-----\n"
                + LINES.encodeToString(der)
                + "\n-----END "
                + label
                + "-----\n";
    }

    /// @return at least one block
    static Result<List<Block>> blocks(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return refused("the PEM text has more than " + MAX_CHARACTERS + " characters");
        }
        var blocks = new ArrayList<Block>();
        var found = BLOCK.matcher(text);
        while (found.find()) {
            try {
                var base64 = SPACE.matcher(found.group(2)).replaceAll("");
                blocks.add(new Block(found.group(1), Base64.getDecoder().decode(base64)));
            } catch (IllegalArgumentException _) {
                return refused("the PEM block " + found.group(1) + " is not valid base64");
            }
        }
        return blocks.isEmpty()
                ? refused("there is no PEM block; a text from -----BEGIN to -----END is expected")
                : Result.ok(List.copyOf(blocks));
    }

    static X509Certificate certificate(byte[] der) throws CertificateException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
    }

    private static Result<List<X509Certificate>> certificatesOf(List<Block> blocks) {
        var certificates = new ArrayList<X509Certificate>();
        for (var block : blocks) {
            if (block.label().equals("CERTIFICATE")) {
                try {
                    certificates.add(certificate(block.bytes()));
                } catch (CertificateException e) {
                    return refused(
                            "certificate "
                                    + (certificates.size() + 1)
                                    + " of the PEM text cannot be read: "
                                    + e.getMessage());
                }
            }
        }
        return certificates.isEmpty()
                ? refused("there is no CERTIFICATE block in the PEM text")
                : Result.ok(List.copyOf(certificates));
    }

    private static <T> Result<T> refused(String message) {
        return Result.err(Problem.error("MESH0801", Place.NOWHERE, message));
    }
}
