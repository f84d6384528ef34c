package io.windrose.traffic.authorize;

import io.windrose.traffic.match.RequestHead;

/// One named rule: it matches when what is called and who calls both do.
///
/// @param name e.g. `ns[default]-policy[viewer]-rule[0]`
/// @param permission what is called
/// @param principal who calls
public record Policy(String name, Term permission, Term principal) {

    /// @param head [NoRequest#HEAD] when no HTTP is spoken
    public Truth test(Caller caller, RequestHead head) {
        var truth = permission.test(caller, head);
        return truth == Truth.FALSE ? truth : truth.and(principal.test(caller, head));
    }
}
