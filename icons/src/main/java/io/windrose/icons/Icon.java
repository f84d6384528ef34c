package io.windrose.icons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A small drawing in one colour on a square of 24 units, drawn with strokes of [#STROKE] and round
/// ends.
///
/// Each is the file of the same name in `src/main/svg`: one `path`. [#LOGO] and [#LOGO_RAYS] are
/// areas to fill in place of lines; the rays lie behind the logo.
public enum Icon {
    ALERT,
    ALERT_CIRCLE,
    ARROW_DOWN,
    ARROW_LEFT,
    ARROW_RIGHT,
    ARROW_UP,
    BOLT,
    BOOK,
    CANARY,
    CERTIFICATE,
    CHART,
    CHECK,
    CHECK_CIRCLE,
    CHEVRON_DOWN,
    CHEVRON_LEFT,
    CHEVRON_RIGHT,
    CHEVRON_UP,
    CLOCK,
    CLOSE,
    CLOUD,
    CONFIG,
    COPY,
    CROSS,
    CROSS_CIRCLE,
    DASH,
    DASH_CIRCLE,
    DATABASE,
    DOWNLOAD,
    ENGINE,
    EXTERNAL,
    EYE,
    EYE_OFF,
    FILE,
    FILM,
    FILTER,
    FIT,
    FOLDER,
    GATEWAY,
    GIT_COMMIT,
    GRID,
    HELP,
    HISTORY,
    INFO,
    KEYBOARD,
    LAYERS,
    LINK,
    LIST,
    LOCK,
    LOCK_HALF,
    LOCK_OPEN,
    LOGO,
    LOGO_RAYS,
    MINUS,
    MOON,
    MORE,
    MOVE,
    PACKAGE,
    PAUSE,
    PENCIL,
    PLAY,
    PLAY_CIRCLE,
    PLUS,
    POWER,
    PROXY,
    REDO,
    REFRESH,
    REWIND,
    ROUTE,
    SAVE,
    SEARCH,
    SECURITY,
    SERVICE,
    SETTINGS,
    SLIDERS,
    STAR,
    SUN,
    TAG,
    TARGET,
    TERMINAL,
    TOPOLOGY,
    TRACE,
    TRASH,
    UNDO,
    UPLOAD,
    USER,
    WARNING,
    WORKLOAD,
    WRENCH;

    /// Units of the square that every icon is drawn on.
    public static final double SIZE = 24;

    /// Units; the same whatever the size on the screen is relative to [#SIZE].
    public static final double STROKE = 1.75;

    private static final String DATA = " d=\"";

    private final String path;

    Icon() {
        path = data(source());
    }

    /// Path data of SVG, in units of the square.
    public String path() {
        return path;
    }

    /// Whether it is an area to fill; otherwise lines to stroke.
    public boolean filled() {
        return this == LOGO || this == LOGO_RAYS;
    }

    /// `chevron-down.svg` of [#CHEVRON_DOWN].
    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".svg";
    }

    private String source() {
        try (var file = Icon.class.getResourceAsStream(fileName())) {
            if (file == null) {
                throw new IllegalStateException("there is no drawing " + fileName());
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String data(String svg) {
        int start = svg.indexOf(DATA) + DATA.length();
        return svg.substring(start, svg.indexOf('"', start));
    }
}
