package io.windrose.session;

import io.windrose.config.file.FileEdit;
import io.windrose.config.patch.ConfigPatch;
import io.windrose.config.resource.ResourceId;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// An intent turned into the edit that fulfils it, not yet carried out.
///
/// @param patch empty when the configuration says already what is wanted
/// @param summary of what is asked, e.g. `v1=75 v2=25`
public record Plan(ResourceId resource, ConfigPatch patch, String summary) {
    private static final Pattern SHARE = Pattern.compile("([^= ]*)=\\d+");
    private static final Pattern SHARES = Pattern.compile("[^= ]*=\\d+( [^= ]*=\\d+)*");

    /// For [io.windrose.config.file.FileTarget].
    public FileEdit edit() {
        return new FileEdit(
                Path.of(patch.file()), patch.before(), patch.after(), resource.toString(), summary);
    }

    /// The form that `diff -u` prints; empty when nothing changes.
    public String diff() {
        return patch.diff();
    }

    /// The subsets that a summary of a shift names; empty for the summary of another edit.
    public static List<String> shares(String summary) {
        return SHARES.matcher(summary).matches()
                ? SHARE.matcher(summary).results().map(share -> share.group(1)).toList()
                : List.of();
    }
}
