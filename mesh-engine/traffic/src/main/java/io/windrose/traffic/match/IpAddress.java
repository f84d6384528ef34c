package io.windrose.traffic.match;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// An IPv4 or IPv6 address that can be compared without allocating.
///
/// An IPv4-mapped IPv6 address is the IPv4 address, as accepted sockets of both families are.
///
/// @param high the upper 64 bits of an IPv6 address; 0 for IPv4
/// @param low the lower 64 bits; for IPv4 the 32 bits of the address
public record IpAddress(long high, long low, boolean isV4) {

    public static IpAddress of(InetAddress address) {
        var bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet4Address
                ? new IpAddress(0, bytes.getInt() & 0xffff_ffffL, true)
                : ofV6(bytes.getLong(), bytes.getLong());
    }

    /// @return null when `text` is not the literal form of an address
    public static @Nullable IpAddress parse(String text) {
        try {
            return text.isEmpty() ? null : of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    public boolean isLoopback() {
        return isV4 ? low >>> 24 == 127 : high == 0 && low == 1;
    }

    /// The literal form, without a zone.
    public String text() {
        var bytes = ByteBuffer.allocate(isV4 ? Integer.BYTES : 2 * Long.BYTES);
        if (isV4) {
            bytes.putInt((int) low);
        } else {
            bytes.putLong(high).putLong(low);
        }
        try {
            return InetAddress.getByAddress(bytes.array()).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of %s bytes".formatted(bytes), impossible);
        }
    }

    private static IpAddress ofV6(long high, long low) {
        return high == 0 && low >>> 32 == 0xffff
                ? new IpAddress(0, low & 0xffff_ffffL, true)
                : new IpAddress(high, low, false);
    }
}
