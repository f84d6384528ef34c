package io.windrose.proxy.http;

import io.netty.util.AsciiString;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The header fields of one message, in their order, repeated names kept apart.
///
/// Names are lower case, as HTTP/2 wants them and Envoy writes them on HTTP/1 too. A flat array and
/// linear search: messages have some ten fields, and forwarding reads few of them.
///
/// Confined to its exchange's event loop until the exchange has ended, unchanging afterwards.
public final class Headers {
    private static final AsciiString[] NOTHING = {};

    /// Name, value, name, value...
    private AsciiString[] pairs;

    private int used;

    public Headers() {
        pairs = NOTHING;
    }

    Headers(int expectedFields) {
        pairs = new AsciiString[expectedFields * 2];
    }

    /// @param namesAndValues alternating; names in lower case
    public static Headers of(String... namesAndValues) {
        var headers = new Headers(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(AsciiString.of(namesAndValues[i]), AsciiString.of(namesAndValues[i + 1]));
        }
        return headers;
    }

    public Headers copy() {
        var copy = new Headers();
        copy.pairs = Arrays.copyOf(pairs, used + 8);
        copy.used = used;
        return copy;
    }

    /// Number of fields, repeated names counted each time.
    public int size() {
        return used / 2;
    }

    public boolean isEmpty() {
        return used == 0;
    }

    public AsciiString name(int index) {
        return pairs[2 * index];
    }

    public AsciiString value(int index) {
        return pairs[2 * index + 1];
    }

    /// The first value of that name.
    public @Nullable AsciiString get(AsciiString name) {
        for (int i = 0; i < used; i += 2) {
            if (pairs[i].equals(name)) {
                return pairs[i + 1];
            }
        }
        return null;
    }

    public boolean contains(AsciiString name) {
        return get(name) != null;
    }

    /// The first value of that name as text, or empty.
    public String text(AsciiString name) {
        var value = get(name);
        return value == null ? "" : value.toString();
    }

    /// @param name in any case
    public String text(String name) {
        return text(AsciiString.of(name.toLowerCase(Locale.ROOT)));
    }

    /// All values of that name joined by commas, as Envoy's matchers see them; null when absent.
    public @Nullable String joined(AsciiString name) {
        String all = null;
        for (int i = 0; i < used; i += 2) {
            if (pairs[i].equals(name)) {
                all = all == null ? pairs[i + 1].toString() : all + "," + pairs[i + 1];
            }
        }
        return all;
    }

    public int count(AsciiString name) {
        int count = 0;
        for (int i = 0; i < used; i += 2) {
            if (pairs[i].equals(name)) {
                count++;
            }
        }
        return count;
    }

    public Headers add(AsciiString name, AsciiString value) {
        if (used == pairs.length) {
            pairs = Arrays.copyOf(pairs, Math.max(16, used * 2));
        }
        pairs[used++] = name;
        pairs[used++] = value;
        return this;
    }

    public Headers add(AsciiString name, String value) {
        return add(name, AsciiString.of(value));
    }

    /// Puts `value` in place of whatever that name had.
    public Headers set(AsciiString name, AsciiString value) {
        for (int i = 0; i < used; i += 2) {
            if (pairs[i].equals(name)) {
                pairs[i + 1] = value;
                removeFrom(i + 2, name);
                return this;
            }
        }
        return add(name, value);
    }

    public Headers set(AsciiString name, String value) {
        return set(name, AsciiString.of(value));
    }

    public boolean remove(AsciiString name) {
        return removeFrom(0, name);
    }

    private boolean removeFrom(int start, AsciiString name) {
        int kept = start;
        for (int i = start; i < used; i += 2) {
            if (!pairs[i].equals(name)) {
                pairs[kept] = pairs[i];
                pairs[kept + 1] = pairs[i + 1];
                kept += 2;
            }
        }
        boolean removed = kept < used;
        Arrays.fill(pairs, kept, used, null);
        used = kept;
        return removed;
    }

    public void forEach(BiConsumer<AsciiString, AsciiString> action) {
        for (int i = 0; i < used; i += 2) {
            action.accept(pairs[i], pairs[i + 1]);
        }
    }

    /// The fields as Netty's read-only HTTP/2 headers take them.
    AsciiString[] toPairs() {
        return Arrays.copyOf(pairs, used);
    }

    /// Bytes of names and values.
    public int bytes() {
        int bytes = 0;
        for (int i = 0; i < used; i++) {
            bytes += pairs[i].length();
        }
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Headers that
                && Arrays.equals(pairs, 0, used, that.pairs, 0, that.used);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(toPairs());
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.toString();
    }
}
