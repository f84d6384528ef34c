package io.windrose.shell.panel;

import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Place;
import io.windrose.session.edit.Finding;

/// Ways from here to other screens.
public interface Doors {

    /// @param virtualService whose split is to be dragged
    void shiftTraffic(ResourceId virtualService);

    /// @param place a file of the mesh, with the line where it is known
    void openConfig(Place place);

    /// @param finding with a repair, which is drafted where it can be seen; nothing is written
    void repair(Finding finding);
}
