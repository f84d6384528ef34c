package io.windrose.shell.panel;

import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Place;

/// Ways from here to other screens.
public interface Doors {

    /// @param virtualService whose split is to be dragged
    void shiftTraffic(ResourceId virtualService);

    /// @param place a file of the mesh, with the line where it is known
    void openConfig(Place place);
}
