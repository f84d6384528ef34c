package io.windrose.session;

import io.windrose.config.file.FileEdit;
import io.windrose.config.patch.ConfigPatch;
import io.windrose.config.resource.ResourceId;
import java.nio.file.Path;

/// An intent turned into the edit that fulfils it, not yet carried out.
///
/// @param patch empty when the configuration says already what is wanted
/// @param summary of what is asked, e.g. `v1=75 v2=25`
public record Plan(ResourceId resource, ConfigPatch patch, String summary) {

    /// For [io.windrose.config.file.FileTarget].
    public FileEdit edit() {
        return new FileEdit(
                Path.of(patch.file()), patch.before(), patch.after(), resource.toString(), summary);
    }

    /// The form that `diff -u` prints; empty when nothing changes.
    public String diff() {
        return patch.diff();
    }
}
