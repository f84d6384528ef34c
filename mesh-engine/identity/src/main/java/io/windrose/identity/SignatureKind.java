package io.windrose.identity;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Optional;
import java.util.stream.Stream;

/// The signatures that this mesh reads; it writes those with SHA-256.
///
/// RSA is here because a stock Istio agent makes RSA keys unless told otherwise.
enum SignatureKind {
    ECDSA_256(Oids.ECDSA_SHA256, "SHA256withECDSA", "EC"),
    ECDSA_384(Oids.ECDSA_SHA384, "SHA384withECDSA", "EC"),
    ECDSA_512(Oids.ECDSA_SHA512, "SHA512withECDSA", "EC"),
    RSA_256(Oids.RSA_SHA256, "SHA256withRSA", "RSA"),
    RSA_384(Oids.RSA_SHA384, "SHA384withRSA", "RSA"),
    RSA_512(Oids.RSA_SHA512, "SHA512withRSA", "RSA");

    private final String oid;
    private final String jcaName;
    private final String keyAlgorithm;

    SignatureKind(String oid, String jcaName, String keyAlgorithm) {
        this.oid = oid;
        this.jcaName = jcaName;
        this.keyAlgorithm = keyAlgorithm;
    }

    static Optional<SignatureKind> ofOid(String oid) {
        return Stream.of(values()).filter(kind -> kind.oid.equals(oid)).findFirst();
    }

    /// The one to sign with; our own keys and the checked keys of files are all EC or RSA.
    static SignatureKind forKey(Key key) {
        return key.getAlgorithm().equals("RSA") ? RSA_256 : ECDSA_256;
    }

    /// The AlgorithmIdentifier; RFC 4055 wants a NULL for RSA and RFC 5758 none for ECDSA.
    byte[] identifier() {
        return keyAlgorithm.equals("RSA")
                ? Der.sequence(Der.oid(oid), Der.nothing())
                : Der.sequence(Der.oid(oid));
    }

    byte[] sign(PrivateKey key, byte[] content) {
        try {
            var signature = Signature.getInstance(jcaName);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with " + jcaName, e);
        }
    }

    /// False also for a key of the other algorithm and for bytes that are no signature at all.
    boolean verifies(PublicKey key, byte[] content, byte[] signed) {
        if (!key.getAlgorithm().equals(keyAlgorithm)) {
            return false;
        }
        try {
            var signature = Signature.getInstance(jcaName);
            signature.initVerify(key);
            signature.update(content);
            return signature.verify(signed);
        } catch (SignatureException | InvalidKeyException _) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no " + jcaName + " in this JDK", e);
        }
    }
}
