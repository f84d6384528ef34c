package io.windrose.translate.authorization;

import com.google.protobuf.UInt32Value;
import io.envoyproxy.envoy.config.core.v3.CidrRange;
import java.util.Optional;
import java.util.regex.Pattern;

/// Blocks of addresses as people write them.
final class Cidr {
    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F.:]+)(?:/([0-9]{1,3}))?");
    private static final int V4_BITS = 32;
    private static final int V6_BITS = 128;

    private Cidr() {}

    /// A lone address is a block of one; empty when `block` is neither.
    static Optional<CidrRange> parse(String block) {
        var parts = FORM.matcher(block);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int bits = parts.group(1).contains(":") ? V6_BITS : V4_BITS;
        int length = parts.group(2) == null ? bits : Integer.parseInt(parts.group(2));
        if (length > bits) {
            return Optional.empty();
        }
        return Optional.of(
                CidrRange.newBuilder()
                        .setAddressPrefix(parts.group(1))
                        .setPrefixLen(UInt32Value.of(length))
                        .build());
    }
}
