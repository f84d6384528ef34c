package io.windrose.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Stream;

/// Writes ASN.1 values in the distinguished encoding: each method gives one complete value.
///
/// @see <a href="https://www.itu.int/rec/T-REC-X.690">X.690</a>
final class Der {
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int UTF8_STRING = 0x0c;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int FIRST_GENERALIZED_YEAR = 2050;
    private static final byte[] TRUE = {1, 1, (byte) 0xff};
    private static final DateTimeFormatter GENERALIZED =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'");

    private Der() {}

    static byte[] sequence(byte[]... values) {
        return value(SEQUENCE, concat(values));
    }

    /// A SET OF with one member, so that DER's order of members is no question.
    static byte[] set(byte[] only) {
        return value(SET, only);
    }

    static byte[] integer(BigInteger number) {
        return value(INTEGER, number.toByteArray());
    }

    static byte[] integer(long number) {
        return integer(BigInteger.valueOf(number));
    }

    static byte[] bool(boolean claim) {
        return claim ? TRUE.clone() : new byte[] {1, 1, 0};
    }

    static byte[] octets(byte[] bytes) {
        return value(OCTET_STRING, bytes);
    }

    static byte[] bits(byte[] bytes) {
        return value(BIT_STRING, concat(new byte[] {0}, bytes));
    }

    /// A named bit list: bit 0 is the first, and trailing zero bits are cut off.
    static byte[] namedBits(int... set) {
        int highest = Arrays.stream(set).max().orElse(-1);
        var bytes = new byte[1 + highest / 8 + (highest < 0 ? 0 : 1)];
        bytes[0] = (byte) (highest < 0 ? 0 : 7 - highest % 8);
        for (int bit : set) {
            bytes[1 + bit / 8] |= (byte) (0x80 >> (bit % 8));
        }
        return value(BIT_STRING, bytes);
    }

    static byte[] utf8(String text) {
        return value(UTF8_STRING, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] nothing() {
        return new byte[] {5, 0};
    }

    /// @param dotted such as `2.5.29.17`
    static byte[] oid(String dotted) {
        long[] arcs = Stream.of(dotted.split("\\.", -1)).mapToLong(Long::parseLong).toArray();
        var body = new ByteArrayOutputStream();
        base128(body, arcs[0] * 40 + arcs[1]);
        for (int i = 2; i < arcs.length; i++) {
            base128(body, arcs[i]);
        }
        return value(OBJECT_IDENTIFIER, body.toByteArray());
    }

    /// To whole seconds; UTCTime through 2049 and GeneralizedTime after, as RFC 5280 4.1.2.5 says.
    static byte[] time(Instant instant) {
        ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
        var text = GENERALIZED.format(time);
        return time.getYear() < FIRST_GENERALIZED_YEAR
                ? value(UTC_TIME, text.substring(2).getBytes(StandardCharsets.US_ASCII))
                : value(GENERALIZED_TIME, text.getBytes(StandardCharsets.US_ASCII));
    }

    /// A value of that number in its context, holding complete values: `[0]`, `[3]`.
    static byte[] context(int number, byte[]... values) {
        return value(0xa0 | number, concat(values));
    }

    /// A value of that number in its context that replaces a plain type's own tag.
    static byte[] contextPrimitive(int number, byte[] body) {
        return value(0x80 | number, body);
    }

    static byte[] value(int tag, byte[] body) {
        var out = new ByteArrayOutputStream(body.length + 6);
        out.write(tag);
        if (body.length < 0x80) {
            out.write(body.length);
        } else {
            byte[] length = BigInteger.valueOf(body.length).toByteArray();
            int start = length[0] == 0 ? 1 : 0;
            out.write(0x80 | (length.length - start));
            out.write(length, start, length.length - start);
        }
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Stream.of(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static void base128(ByteArrayOutputStream out, long number) {
        int septets = Math.max(1, (70 - Long.numberOfLeadingZeros(number)) / 7);
        for (int i = septets - 1; i >= 0; i--) {
            out.write((int) ((number >> (7 * i)) & 0x7f) | (i > 0 ? 0x80 : 0));
        }
    }
}
