package io.windrose.controlplane.access;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.translate.scope.ProxyNode;

/// Whether a caller may be the proxy that it says it is.
///
/// A node tells its own namespace and service account, on which depends what it is sent (secrets of
/// a gateway, for one), so both have to be the caller's. A node that names no account is taken by
/// its namespace, as Istio does.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `PILOT_ENABLE_XDS_IDENTITY_CHECK`
public final class NodeClaim {
    public static final String REFUSED = "MESH0711";

    private NodeClaim() {}

    public static Result<ProxyNode> check(Caller caller, ProxyNode node) {
        return switch (caller) {
            case Caller.Operator() -> Result.ok(node);
            case Caller.Workload(var id) -> {
                var account = node.traits().serviceAccount();
                boolean own =
                        node.namespace().equals(id.namespace())
                                && (account.isEmpty() || account.equals(id.serviceAccount()));
                yield own
                        ? Result.ok(node)
                        : Result.err(
                                Problem.error(
                                        REFUSED,
                                        Place.NOWHERE,
                                        "the token is for "
                                                + id.principal()
                                                + ", but the node says namespace \""
                                                + node.namespace()
                                                + "\" and service account \""
                                                + account
                                                + "\""));
            }
        };
    }
}
