package io.windrose.identity;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Map;

/// Keys of the two families in use: elliptic curves of 256 bits or more, RSA of 2048 to 8192.
public final class Keys {
    private static final Map<String, String> ALGORITHMS =
            Map.of(Oids.EC_KEY, "EC", Oids.RSA_KEY, "RSA");
    private static final int MIN_EC_BITS = 256;
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;

    private Keys() {}

    /// A new P-256 pair from the JDK's own secure randomness.
    static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no P-256 in this JDK", e);
        }
    }

    /// The first private key of a PEM text: PKCS#8, or what OpenSSL calls `RSA` and `EC PRIVATE
    /// KEY`.
    public static Result<PrivateKey> privateKey(String pem) {
        return Pem.blocks(pem).then(Keys::firstPrivateKey);
    }

    static String pem(PrivateKey key) {
        return Pem.encode("PRIVATE KEY", key.getEncoded());
    }

    /// @param info a whole SubjectPublicKeyInfo
    static Result<PublicKey> publicKey(byte[] info) {
        try {
            var body = new DerReader(info).enter(Der.SEQUENCE);
            var algorithm = algorithm(body.enter(Der.SEQUENCE).oid());
            return checked(
                    KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(info)));
        } catch (DerReader.Malformed | GeneralSecurityException e) {
            return refused("the public key cannot be read: " + e.getMessage());
        }
    }

    public static boolean belongTogether(PrivateKey secret, PublicKey open) {
        byte[] probe = {1, 2, 3};
        return secret.getAlgorithm().equals(open.getAlgorithm())
                && SignatureKind.forKey(open)
                        .verifies(open, probe, SignatureKind.forKey(secret).sign(secret, probe));
    }

    private static Result<PrivateKey> firstPrivateKey(List<Pem.Block> blocks) {
        for (var block : blocks) {
            try {
                switch (block.label()) {
                    case "PRIVATE KEY" -> {
                        return fromPkcs8(block.bytes());
                    }
                    case "RSA PRIVATE KEY" -> {
                        return fromPkcs8(wrapRsa(block.bytes()));
                    }
                    case "EC PRIVATE KEY" -> {
                        return fromPkcs8(wrapEc(block.bytes()));
                    }
                    case "ENCRYPTED PRIVATE KEY" -> {
                        return refused("the private key is encrypted; give it without passphrase");
                    }
                    default -> {}
                }
            } catch (DerReader.Malformed | GeneralSecurityException _) {
                return refused("the private key cannot be read: the " + block.label() + " block");
            }
        }
        return refused("there is no private key in the PEM text");
    }

    private static Result<PrivateKey> fromPkcs8(byte[] der)
            throws DerReader.Malformed, GeneralSecurityException {
        var body = new DerReader(der).enter(Der.SEQUENCE);
        var _ = body.body(Der.INTEGER);
        var algorithm = algorithm(body.enter(Der.SEQUENCE).oid());
        return checked(
                KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)));
    }

    /// PKCS#1 (RFC 8017 A.1.2) inside PKCS#8.
    private static byte[] wrapRsa(byte[] pkcs1) {
        return Der.sequence(
                Der.integer(0),
                Der.sequence(Der.oid(Oids.RSA_KEY), Der.nothing()),
                Der.octets(pkcs1));
    }

    /// SEC1 (RFC 5915) inside PKCS#8, whose header repeats the curve that stands inside.
    private static byte[] wrapEc(byte[] sec1) throws DerReader.Malformed {
        var body = new DerReader(sec1).enter(Der.SEQUENCE);
        var _ = body.body(Der.INTEGER);
        var _ = body.body(Der.OCTET_STRING);
        byte[] curve = body.enter(0xa0).whole();
        return Der.sequence(
                Der.integer(0), Der.sequence(Der.oid(Oids.EC_KEY), curve), Der.octets(sec1));
    }

    private static String algorithm(String oid) throws GeneralSecurityException {
        var name = ALGORITHMS.get(oid);
        if (name == null) {
            throw new GeneralSecurityException("algorithm " + oid + " is neither EC nor RSA");
        }
        return name;
    }

    private static <K extends java.security.Key> Result<K> checked(K key) {
        return switch (key) {
            case ECKey ec when ec.getParams().getCurve().getField().getFieldSize() < MIN_EC_BITS ->
                    refused("the EC key has less than " + MIN_EC_BITS + " bits");
            case RSAKey rsa
                    when rsa.getModulus().bitLength() < MIN_RSA_BITS
                            || rsa.getModulus().bitLength() > MAX_RSA_BITS ->
                    refused(
                            "the RSA key has "
                                    + rsa.getModulus().bitLength()
                                    + " bits; "
                                    + MIN_RSA_BITS
                                    + " to "
                                    + MAX_RSA_BITS
                                    + " are accepted");
            default -> Result.ok(key);
        };
    }

    private static <T> Result<T> refused(String message) {
        return Result.err(Problem.error("MESH0802", Place.NOWHERE, message));
    }
}
