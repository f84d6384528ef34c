package io.windrose.traffic.authorize;

/// One named rule: it matches when what is called and who calls both do.
///
/// @param name e.g. `ns[default]-policy[viewer]-rule[0]`
/// @param permission what is called
/// @param principal who calls
public record Policy(String name, Term permission, Term principal) {}
