package io.windrose.registry;

import io.windrose.config.resource.ResourceId;
import java.util.List;

/// What the configuration decides about somebody, and why it decides so.
///
/// @param effect the decision
/// @param sources the resources that it comes from, the most decisive first; empty for a default
public record AppliedRule<T>(T effect, List<ResourceId> sources, Why why) {

    /// The precedence by which a rule won.
    public enum Why {
        /// It selects the workload by labels.
        SELECTS_WORKLOAD,
        /// It stands in the namespace of the client or workload that it is about.
        OWN_NAMESPACE,
        /// It stands in the namespace of the service that is called.
        SERVICE_NAMESPACE,
        /// It stands in the root namespace.
        ROOT_NAMESPACE,
        /// Nothing says otherwise.
        DEFAULT
    }

    public AppliedRule {
        sources = List.copyOf(sources);
    }
}
