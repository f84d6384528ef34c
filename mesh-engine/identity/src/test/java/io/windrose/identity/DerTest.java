package io.windrose.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DerTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyValueIsWrittenAsBouncyCastleWritesIt(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        var bytes = new byte[random.nextInt(70_000)];
        random.nextBytes(bytes);
        var number = new BigInteger(bytes.length % 40 * 8, new Random(seed));
        var oid = "2." + random.nextInt(48) + "." + seed * 99_991;

        var ours =
                Der.sequence(
                        Der.octets(bytes),
                        Der.bits(bytes),
                        Der.integer(number.negate()),
                        Der.integer(number),
                        Der.oid(oid),
                        Der.utf8("Zürich"),
                        Der.bool(true),
                        Der.bool(false),
                        Der.nothing());

        assertThat(ours)
                .isEqualTo(
                        bouncy(
                                new DERSequence(
                                        new ASN1Encodable[] {
                                            new DEROctetString(bytes),
                                            new DERBitString(bytes),
                                            new ASN1Integer(number.negate()),
                                            new ASN1Integer(number),
                                            new ASN1ObjectIdentifier(oid),
                                            new DERUTF8String("Zürich"),
                                            ASN1Boolean.TRUE,
                                            ASN1Boolean.FALSE,
                                            DERNull.INSTANCE
                                        })));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-21T12:34:56Z",
                "2049-12-31T23:59:59Z",
                "2050-01-01T00:00:00Z",
                "2079-06-01T01:02:03Z"
            })
    void timesChangeTheirFormIn2050(String instant) throws IOException {
        var time = Instant.parse(instant);

        assertThat(Der.time(time)).isEqualTo(bouncy(new Time(Date.from(time))));
    }

    @Test
    void namedBitsDropTheirTrailingZeros() throws IOException {
        assertThat(Der.namedBits(0, 2))
                .isEqualTo(
                        bouncy(new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment)));
        assertThat(Der.namedBits(5, 6))
                .isEqualTo(bouncy(new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)));
        assertThat(Der.namedBits(8)).isEqualTo(bouncy(new KeyUsage(KeyUsage.decipherOnly)));
    }

    @Test
    void aReaderGivesBackWhatWasWritten() throws DerReader.Malformed {
        var reader =
                new DerReader(
                                Der.sequence(
                                        Der.oid("1.2.840.10045.4.3.2"),
                                        Der.bits(new byte[] {7, 8}),
                                        Der.nothing()))
                        .enter(Der.SEQUENCE);

        assertThat(reader.oid()).isEqualTo("1.2.840.10045.4.3.2");
        assertThat(reader.bits()).containsExactly(7, 8);
        assertThat(reader.whole()).containsExactly(5, 0);
        assertThat(reader.hasMore()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // nothing
                "30", // no length
                "3080", // indefinite length
                "308105" + "0500050005", // the long form for a short length
                "30820005" + "0500050005", // leading zero
                "3084ffffffff", // four bytes of length
                "300500", // longer than the input
                "020100" // another tag
            })
    void departuresFromTheDistinguishedEncodingAreRefused(String hex) {
        assertThatThrownBy(() -> new DerReader(HexFormat.of().parseHex(hex)).enter(Der.SEQUENCE))
                .isInstanceOf(DerReader.Malformed.class);
    }

    private static byte[] bouncy(ASN1Encodable value) throws IOException {
        return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    }
}
