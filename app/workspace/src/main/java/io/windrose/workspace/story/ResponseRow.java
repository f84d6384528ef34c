package io.windrose.workspace.story;

import io.windrose.topology.Health;

/// All responses with one code and one set of flags.
///
/// @param flag such as `UF`; empty for none
/// @param share of all responses, such as `17.6 %`
/// @param meaning of code and flag in words
public record ResponseRow(
        String code, String flag, String rate, String share, String meaning, Health.Status tone) {}
