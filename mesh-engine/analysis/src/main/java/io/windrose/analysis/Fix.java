package io.windrose.analysis;

import io.windrose.config.patch.ConfigPatch;
import io.windrose.config.patch.PatchBuilder;
import io.windrose.kernel.Result;
import java.util.function.Consumer;

/// A repair: the smallest edit of one file that makes a finding go away.
public final class Fix {
    private final String title;
    private final MeshObject object;
    private final Consumer<PatchBuilder> edits;

    private Fix(String title, MeshObject object, Consumer<PatchBuilder> edits) {
        this.title = title;
        this.object = object;
        this.edits = edits;
    }

    /// @param title what it does, as an order: `Change to LEAST_REQUEST`
    /// @param object one of the file that is edited
    /// @param edits asked each time the patch is
    public static Fix of(String title, MeshObject object, Consumer<PatchBuilder> edits) {
        return new Fix(title, object, edits);
    }

    public String title() {
        return title;
    }

    /// @return the problem that the text is written so that it cannot be edited by a program
    public Result<ConfigPatch> patch() {
        var patch = new PatchBuilder(object.yaml());
        edits.accept(patch);
        return patch.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fix that
                && title.equals(that.title)
                && object.file().equals(that.object.file());
    }

    @Override
    public int hashCode() {
        return title.hashCode();
    }

    @Override
    public String toString() {
        return title;
    }
}
