package io.windrose.workspace.story;

import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Place;
import io.windrose.topology.Health;

/// Something that can be searched for by name.
///
/// @param kind in words: `service`, `workload`, `VirtualService`
/// @param namespace empty for none
/// @param health of a node as measured, of an object as checked
public record Found(
        String title, String kind, String namespace, Health.Status health, Target target) {

    /// Where choosing it leads.
    public sealed interface Target {

        /// To a node of the picture.
        record Shown(Subject subject) implements Target {}

        /// To an object of the configuration.
        ///
        /// @param place without a file where no file that can be opened holds it
        record Written(ResourceId resource, Place place) implements Target {}
    }
}
