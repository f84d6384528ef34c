package io.windrose.config.schema;

import io.windrose.config.syntax.Spelling;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a plug-in comes from: a URL, or an image name without a scheme.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pkg/config/validation/validation.go`,
///   `validateWasmPluginURL`
final class ImageUrl {
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][-+.a-zA-Z0-9]*):/.*");
    private static final Pattern KNOWN = Pattern.compile("(?i)https?|oci|file");
    private static final Pattern CHARACTERS =
            Pattern.compile("(?:[-A-Za-z0-9._~!$&'()*+,;=:@/?\\[\\]]++|%[0-9a-fA-F]{2})*+");

    private ImageUrl() {}

    static Optional<String> problem(String url) {
        var scheme = SCHEME.matcher(url);
        boolean known = !scheme.matches() || KNOWN.matcher(scheme.group(1)).matches();
        return known && CHARACTERS.matcher(url).matches()
                ? Optional.empty()
                : Optional.of(
                        ("`%s` is not the address of a plug-in; write oci://, http://, https:// or"
                                        + " file:// and a path, or the name of an image.")
                                .formatted(Spelling.shortened(url)));
    }
}
