package io.windrose.desktop.picture;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How large the window would be, in its own pixels.
record PictureSize(int width, int height) {
    private static final int LEAST = 200;
    private static final int MOST = 8_000;
    private static final Pattern FORM = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    /// Reads `1440x900`.
    static final class Converter implements ITypeConverter<PictureSize> {
        @Override
        public PictureSize convert(String text) {
            var match = FORM.matcher(text);
            if (match.matches()) {
                int width = Integer.parseInt(match.group(1));
                int height = Integer.parseInt(match.group(2));
                if (Math.min(width, height) >= LEAST && Math.max(width, height) <= MOST) {
                    return new PictureSize(width, height);
                }
            }
            throw new TypeConversionException(
                    "'" + text + "' is not a size such as 1440x900, from 200x200 to 8000x8000");
        }
    }
}
