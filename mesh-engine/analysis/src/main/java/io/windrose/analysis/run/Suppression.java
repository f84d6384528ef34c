package io.windrose.analysis.run;

import io.windrose.analysis.Code;
import io.windrose.analysis.Finding;
import java.util.Optional;
import java.util.regex.Pattern;

/// One thing that somebody does not want to be told, as `-S` of istioctl takes it.
///
/// @param code such as `IST0103`
/// @param resource `Kind name.namespace`; a `*` stands for any text
public record Suppression(String code, String resource) {

    /// @param text `IST0103=Pod mypod.testing`
    /// @return empty for what is not written so
    public static Optional<Suppression> parse(String text) {
        int equals = text.indexOf('=');
        return equals < 1 || equals == text.length() - 1
                ? Optional.empty()
                : Optional.of(
                        new Suppression(
                                text.substring(0, equals).strip(),
                                text.substring(equals + 1).strip()));
    }

    /// @param told one of the codes of the finding
    public boolean covers(Finding finding, Code told) {
        return told.id().equals(code)
                && pattern().matcher(asIstioctlWrites(finding.place().resource())).matches();
    }

    private Pattern pattern() {
        var parts = resource.split("\\*", -1);
        var text = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            text.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
        }
        return Pattern.compile(text.toString());
    }

    /// `Pod testing/mypod` is `Pod mypod.testing` there.
    private static String asIstioctlWrites(String resource) {
        int space = resource.indexOf(' ');
        int slash = resource.indexOf('/', space);
        return slash < 0
                ? resource
                : resource.substring(0, space + 1)
                        + resource.substring(slash + 1)
                        + "."
                        + resource.substring(space + 1, slash);
    }
}
