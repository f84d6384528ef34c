package io.windrose.config;

import io.windrose.config.resource.Resource;
import io.windrose.config.resource.ResourceId;
import io.windrose.kernel.Problem;
import java.util.List;
import java.util.Set;

/// What a source has to say about one of its files (or whatever else it keeps objects in).
public sealed interface ConfigChange {

    String source();

    /// Within the source; paths sort by text, and of one object in several the last path wins.
    String path();

    /// All that the file holds now.
    ///
    /// @param broken objects that stand in the file but break a rule; their last good form stays
    /// @param findings of the whole file, warnings included
    record Put(
            String source,
            String path,
            List<Resource> resources,
            Set<ResourceId> broken,
            List<Problem> findings)
            implements ConfigChange {
        public Put {
            resources = List.copyOf(resources);
            broken = Set.copyOf(broken);
            findings = List.copyOf(findings);
        }
    }

    /// The file is there, but nobody can tell what it holds; everything that it held stays.
    record Unreadable(String source, String path, List<Problem> findings) implements ConfigChange {
        public Unreadable {
            findings = List.copyOf(findings);
        }
    }

    record Removed(String source, String path) implements ConfigChange {}
}
