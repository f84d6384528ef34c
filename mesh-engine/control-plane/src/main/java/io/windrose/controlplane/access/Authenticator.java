package io.windrose.controlplane.access;

import io.windrose.kernel.Result;
import java.util.Optional;

/// Tells who a caller is by the bearer token that it shows. Called from any thread.
@FunctionalInterface
public interface Authenticator {

    /// @param token empty when the caller shows none
    /// @return a problem when the token is missing or unknown; its message goes to the caller
    Result<Caller> authenticate(Optional<String> token);

    /// Takes everyone for the operator. Only for a control plane on loopback whose user has said
    /// that everybody on this machine may use it.
    static Authenticator open() {
        return _ -> Result.ok(new Caller.Operator());
    }
}
