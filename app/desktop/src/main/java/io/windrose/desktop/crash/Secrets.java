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
    private static final Pattern WEB_TOKEN =
            Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]*)?");

    /// As in a kubeconfig, a `Secret` or what a server answers, in YAML and JSON.
    private static final Pattern FIELD =
            Pattern.compile(
                    "(?i)((?:token|password|passwd|secret|api-?key|client-key-data"
                            + "|client-certificate-data|private-?key)[\"']?\\s*[:=][ \\t]*)"
                            + "(?!\\*\\*\\*)(\"[^\"]*\"|'[^']*'|[^\\s,}\\]]+)");

    private static final Pattern USER_OF_ADDRESS = Pattern.compile("(://)[^/\\s:@]+:[^/\\s@]+@");

    /// A whole key or certificate without line breaks, in whatever field it stands.
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{100,}={0,2}");

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
        hidden = WEB_TOKEN.matcher(hidden).replaceAll(HIDDEN);
        hidden = FIELD.matcher(hidden).replaceAll("$1" + HIDDEN);
        hidden = USER_OF_ADDRESS.matcher(hidden).replaceAll("$1" + HIDDEN + "@");
        hidden = BASE64.matcher(hidden).replaceAll(HIDDEN);
        return home.length() > 1 ? hidden.replace(home, "~") : hidden;
    }
}
