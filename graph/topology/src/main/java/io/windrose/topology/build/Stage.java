package io.windrose.topology.build;

import io.windrose.topology.MeshFacts;

/// One step of the way from samples to the graph: a pure function of what came before.
@FunctionalInterface
interface Stage {
    Draft apply(Draft draft, TopologyOptions options, MeshFacts facts);
}
