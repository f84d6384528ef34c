package io.windrose.icons.artwork;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Files that hold one picture in several sizes, each of them a PNG.
///
/// @see <a href="https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10)">Icons in
///   Win32</a> and <a href="https://en.wikipedia.org/wiki/Apple_Icon_Image_format">Apple icon image
///   format</a>
final class Containers {
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    private static final int ICNS_HEADER = 8;

    /// Size in pixels to the type under which macOS looks for it.
    private static final Map<Integer, String> ICNS_TYPES =
            Map.of(16, "icp4", 32, "icp5", 64, "icp6", 128, "ic07", 256, "ic08", 512, "ic09");

    private Containers() {}

    /// For Windows.
    ///
    /// @param pngs size in pixels, at most 256, to the bytes of the file
    static byte[] ico(SortedMap<Integer, byte[]> pngs) {
        int offset = ICO_HEADER + ICO_ENTRY * pngs.size();
        var file =
                ByteBuffer.allocate(offset + total(List.copyOf(pngs.values())))
                        .order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) pngs.size());
        for (var png : pngs.entrySet()) {
            byte size = (byte) (png.getKey() & 0xff); // 0 says 256
            file.put(size).put(size).put((byte) 0).put((byte) 0);
            file.putShort((short) 1).putShort((short) 32);
            file.putInt(png.getValue().length).putInt(offset);
            offset += png.getValue().length;
        }
        pngs.values().forEach(file::put);
        return file.array();
    }

    /// For macOS.
    ///
    /// @param pngs size in pixels, one of 16, 32 ... 512, to the bytes of the file
    static byte[] icns(SortedMap<Integer, byte[]> pngs) {
        int length = ICNS_HEADER * (1 + pngs.size()) + total(List.copyOf(pngs.values()));
        var file = ByteBuffer.allocate(length);
        file.put(ascii("icns")).putInt(length);
        pngs.forEach((size, png) ->
                file.put(ascii(ICNS_TYPES.getOrDefault(size, "")))
                        .putInt(ICNS_HEADER + png.length)
                        .put(png));
        return file.array();
    }

    private static byte[] ascii(String type) {
        return type.getBytes(StandardCharsets.US_ASCII);
    }

    private static int total(List<byte[]> parts) {
        return parts.stream().mapToInt(part -> part.length).sum();
    }
}
