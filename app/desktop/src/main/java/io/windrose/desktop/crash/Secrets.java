package io.windrose.desktop.crash;

import java.util.regex.Pattern;

/// What must not leave the computer with a report that people send around.
final class Secrets {
    static final String HIDDEN = "***";

    private static final Pattern PARAMETER =
            Pattern.compile("(?i)([?&](?:token|access_token|password|key)=)[^&\\s\"'<>)]+");
    private static final Pattern HEADER =
            Pattern.compile(
                    "(?i)((?:proxy-)?authorization|set-cookie|cookie)(\\s*[:=]\\s*)[^\\n]+");
    private static final Pattern BEARER = Pattern.compile("(?i)(bearer\\s+)[A-Za-z0-9._~+/=-]+");
    private static final Pattern PEM =
            Pattern.compile(
                    "-----BEGIN ([A-Z ]*PRIVATE KEY)-----.*?-----END \\1-----", Pattern.DOTALL);

    private Secrets() {}

    /// The same text without tokens, passwords, keys and the user's name in paths.
    ///
    /// @param home the user's folder
    static String hide(String text, String home) {
        var hidden = PARAMETER.matcher(text).replaceAll("$1" + HIDDEN);
        hidden = HEADER.matcher(hidden).replaceAll("$1$2" + HIDDEN);
        hidden = BEARER.matcher(hidden).replaceAll("$1" + HIDDEN);
        hidden = PEM.matcher(hidden).replaceAll("$1 " + HIDDEN);
        return home.length() > 1 ? hidden.replace(home, "~") : hidden;
    }
}
