package io.windrose.session;

import io.windrose.config.resource.ResourceId;

/// One HTTP route of one VirtualService.
///
/// @param index among the object's HTTP routes, from 0
/// @param name empty where the route has none
public record RouteRef(ResourceId routes, int index, String name) {

    /// `http[0]`, or `http[0] jason` where the route has a name.
    public String label() {
        var place = "http[" + index + "]";
        return name.isEmpty() ? place : place + " " + name;
    }
}
