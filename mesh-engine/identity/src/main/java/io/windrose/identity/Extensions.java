package io.windrose.identity;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The certificate extensions that a mesh uses, each a complete DER value.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1">RFC 5280 section 4.2.1</a>
final class Extensions {
    private static final int KEY_ID_BYTES = 20;

    private Extensions() {}

    /// What the holder of the key is; a host that looks like an address is written as one.
    ///
    /// Critical, because the subject that goes with it is empty.
    ///
    /// @param hosts DNS names and IP addresses besides the identity, for servers; may be empty
    static byte[] alternativeNames(SpiffeId id, List<String> hosts) {
        var names = new ArrayList<byte[]>();
        names.add(Der.contextPrimitive(6, ascii(id.toString())));
        for (var host : hosts) {
            names.add(
                    isAddress(host)
                            ? Der.contextPrimitive(7, InetAddress.ofLiteral(host).getAddress())
                            : Der.contextPrimitive(2, ascii(host)));
        }
        return critical(Oids.SUBJECT_ALT_NAME, Der.sequence(names.toArray(byte[][]::new)));
    }

    /// digitalSignature and keyEncipherment, as Istio's workload certificates have it.
    static byte[] workloadKeyUsage() {
        return critical(Oids.KEY_USAGE, Der.namedBits(0, 2));
    }

    /// keyCertSign and cRLSign.
    static byte[] authorityKeyUsage() {
        return critical(Oids.KEY_USAGE, Der.namedBits(5, 6));
    }

    static byte[] serverAndClient() {
        return extension(
                Oids.EXTENDED_KEY_USAGE,
                Der.sequence(Der.oid(Oids.SERVER_AUTH), Der.oid(Oids.CLIENT_AUTH)));
    }

    static byte[] isAuthority() {
        return critical(Oids.BASIC_CONSTRAINTS, Der.sequence(Der.bool(true)));
    }

    static byte[] isNoAuthority() {
        return critical(Oids.BASIC_CONSTRAINTS, Der.sequence());
    }

    static byte[] subjectKeyId(byte[] keyId) {
        return extension(Oids.SUBJECT_KEY_ID, Der.octets(keyId));
    }

    static byte[] authorityKeyId(byte[] keyId) {
        return extension(Oids.AUTHORITY_KEY_ID, Der.sequence(Der.contextPrimitive(0, keyId)));
    }

    /// The first 160 bits of the key's SHA-256, a method of RFC 7093.
    static byte[] keyId(PublicKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return Arrays.copyOf(hash, KEY_ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256 in this JDK", e);
        }
    }

    /// What an authority's own certificate says of its key, so that chains link up; else computed.
    static byte[] keyId(X509Certificate authority) {
        byte[] wrapped = authority.getExtensionValue(Oids.SUBJECT_KEY_ID);
        try {
            return wrapped == null
                    ? keyId(authority.getPublicKey())
                    : new DerReader(wrapped).enter(Der.OCTET_STRING).body(Der.OCTET_STRING);
        } catch (DerReader.Malformed _) {
            return keyId(authority.getPublicKey());
        }
    }

    /// Names never begin with a digit and end in one, addresses of version 4 do; colons make 6.
    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9]+(\\.[0-9]+){3}");
    }

    private static byte[] critical(String oid, byte[] content) {
        return Der.sequence(Der.oid(oid), Der.bool(true), Der.octets(content));
    }

    private static byte[] extension(String oid, byte[] content) {
        return Der.sequence(Der.oid(oid), Der.octets(content));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
