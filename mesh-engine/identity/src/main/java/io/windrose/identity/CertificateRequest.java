package io.windrose.identity;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;

/// A PKCS#10 request whose signature has been checked: whoever sent it holds the private key.
///
/// Only the public key is read out of one. The names in it are the sender's wish and count for
/// nothing, since an authority certifies the identity that it authenticated itself.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc2986">RFC 2986</a>
public final class CertificateRequest {
    private static final String LABEL = "CERTIFICATE REQUEST";

    private final byte[] der;
    private final PublicKey publicKey;

    private CertificateRequest(byte[] der, PublicKey publicKey) {
        this.der = der;
        this.publicKey = publicKey;
    }

    /// Asks for `id`, without subject, as Istio's agent does.
    public static CertificateRequest create(KeyPair keys, SpiffeId id) {
        byte[] extensions = Der.sequence(Extensions.alternativeNames(id, List.of()));
        byte[] attribute = Der.sequence(Der.oid(Oids.EXTENSION_REQUEST), Der.set(extensions));
        byte[] info =
                Der.sequence(
                        Der.integer(0),
                        Der.sequence(),
                        keys.getPublic().getEncoded(),
                        Der.context(0, attribute));
        var kind = SignatureKind.forKey(keys.getPrivate());
        byte[] signature = kind.sign(keys.getPrivate(), info);
        return new CertificateRequest(
                Der.sequence(info, kind.identifier(), Der.bits(signature)), keys.getPublic());
    }

    /// Reads one PEM block; refuses weak keys, foreign algorithms and a wrong signature.
    public static Result<CertificateRequest> parse(String pem) {
        return Pem.blocks(pem)
                .then(blocks -> {
                    var block = blocks.getFirst();
                    return block.label().equals(LABEL) || block.label().equals("NEW " + LABEL)
                            ? parse(block.bytes())
                            : refused("the PEM block is a " + block.label());
                });
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    public String pem() {
        return Pem.encode(LABEL, der);
    }

    private static Result<CertificateRequest> parse(byte[] der) {
        try {
            var document = new DerReader(der);
            var request = document.enter(Der.SEQUENCE);
            document.checkEnd();
            byte[] info = request.whole();
            var kind = SignatureKind.ofOid(request.enter(Der.SEQUENCE).oid());
            byte[] signature = request.bits();
            request.checkEnd();
            if (kind.isEmpty()) {
                return refused("its signature algorithm is not one of ECDSA and RSA with SHA-2");
            }
            return Keys.publicKey(publicKeyInfo(info))
                    .then(key ->
                            kind.get().verifies(key, info, signature)
                                    ? Result.ok(new CertificateRequest(der, key))
                                    : refused("it is not signed by the key it carries"));
        } catch (DerReader.Malformed e) {
            return refused(e.getMessage());
        }
    }

    private static byte[] publicKeyInfo(byte[] info) throws DerReader.Malformed {
        var fields = new DerReader(info).enter(Der.SEQUENCE);
        var _ = fields.body(Der.INTEGER);
        var _ = fields.body(Der.SEQUENCE);
        return fields.whole();
    }

    private static <T> Result<T> refused(String reason) {
        return Result.err(
                Problem.error(
                        "MESH0803",
                        Place.NOWHERE,
                        "the certificate request cannot be used: " + reason));
    }
}
