package io.windrose.workspace.story;

import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Place;
import io.windrose.topology.Health;

/// A piece of configuration that has a say about the subject.
///
/// @param why it applies, such as `its host is reviews.bookinfo`
/// @param status of the resource itself
/// @param problem what is wrong with it; empty where nothing is
/// @param place where it stands
public record ConfigRow(
        ResourceId resource, String why, Health.Status status, String problem, Place place) {}
