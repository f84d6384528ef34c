package io.windrose.traffic.match;

import org.jspecify.annotations.Nullable;

/// A block of addresses, e.g. `10.0.0.0/8`; the bits of `base` below the prefix do not count.
///
/// @param prefix 0 to 32 for IPv4, 0 to 128 for IPv6
public record IpRange(IpAddress base, int prefix) {

    public IpRange {
        if (prefix < 0 || prefix > (base.isV4() ? 32 : 128)) {
            throw new IllegalArgumentException("prefix length " + prefix + " of " + base);
        }
    }

    /// @return null when `address` is no address or `prefix` does not fit it
    public static @Nullable IpRange parse(String address, int prefix) {
        var base = IpAddress.parse(address);
        return base == null || prefix < 0 || prefix > (base.isV4() ? 32 : 128)
                ? null
                : new IpRange(base, prefix);
    }

    public boolean contains(IpAddress address) {
        if (address.isV4() != base.isV4()) {
            return false;
        }
        if (base.isV4()) {
            return prefix == 0 || (address.low() ^ base.low()) >>> (32 - prefix) == 0;
        }
        long high = address.high() ^ base.high();
        long low = address.low() ^ base.low();
        if (prefix <= 64) {
            return prefix == 0 || high >>> (64 - prefix) == 0;
        }
        return high == 0 && low >>> (128 - prefix) == 0;
    }
}
