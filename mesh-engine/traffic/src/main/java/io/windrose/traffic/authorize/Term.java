package io.windrose.traffic.authorize;

import io.windrose.traffic.match.HeaderMatch;
import io.windrose.traffic.match.IpAddress;
import io.windrose.traffic.match.IpRange;
import io.windrose.traffic.match.RequestHead;
import io.windrose.traffic.match.StringMatch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A condition on a call, of a permission or a principal.
///
/// Conditions are true, false or [Truth#UNKNOWN]: what we cannot judge stays unknown through `not`,
/// `and` and `or`, and the engine then takes the side that refuses.
public sealed interface Term {

    record Always(boolean value) implements Term {}

    record And(List<Term> terms) implements Term {
        public And {
            terms = List.copyOf(terms);
        }
    }

    record Or(List<Term> terms) implements Term {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    record Not(Term term) implements Term {}

    record Header(HeaderMatch match) implements Term {}

    /// The path without its query.
    record Path(StringMatch match) implements Term {}

    record LocalAddress(IpRange range) implements Term {}

    /// @param first the first port that counts
    /// @param end the first port behind
    record LocalPort(int first, int end) implements Term {}

    record ServerName(StringMatch match) implements Term {}

    /// @param name null when any verified certificate will do
    record Authenticated(@Nullable StringMatch name) implements Term {}

    record DirectRemoteAddress(IpRange range) implements Term {}

    record RemoteAddress(IpRange range) implements Term {}

    /// Something that another filter found out, e.g. a claim of the request's token. No filter of
    /// ours does, so that it is always absent, and what is absent does not match.
    ///
    /// @param path the filter's name, then keys, e.g. `envoy.filters.http.jwt_authn`, `payload`,
    ///   `iss`
    /// @param inList whether one item of a list must match rather than a text
    record Metadata(List<String> path, StringMatch match, boolean inList, boolean inverted)
            implements Term {
        public Metadata {
            path = List.copyOf(path);
        }
    }

    /// @param what the name of the condition that we do not know
    record NotUnderstood(String what) implements Term {}

    default Truth test(Caller caller, RequestHead head) {
        return switch (this) {
            case Always(var value) -> Truth.of(value);
            case And(var terms) -> and(terms, caller, head);
            case Or(var terms) -> or(terms, caller, head);
            case Not(var term) -> term.test(caller, head).not();
            case Header(var match) -> Truth.of(match.matches(head));
            case Path(var match) -> Truth.of(match.matches(head.path(), head.pathLength()));
            case LocalAddress(var range) -> in(range, caller.localAddress());
            case LocalPort(var first, var end) ->
                    Truth.of(caller.localPort() >= first && caller.localPort() < end);
            case ServerName(var match) -> Truth.of(match.matches(caller.serverName()));
            case Authenticated(var name) -> Truth.of(authenticated(caller, name));
            case DirectRemoteAddress(var range) -> in(range, caller.directRemoteAddress());
            case RemoteAddress(var range) -> in(range, caller.remoteAddress());
            case Metadata(_, _, _, var inverted) -> Truth.of(inverted);
            case NotUnderstood _ -> Truth.UNKNOWN;
        };
    }

    private static Truth and(List<Term> terms, Caller caller, RequestHead head) {
        var result = Truth.TRUE;
        for (int i = 0; i < terms.size() && result != Truth.FALSE; i++) {
            result = result.and(terms.get(i).test(caller, head));
        }
        return result;
    }

    private static Truth or(List<Term> terms, Caller caller, RequestHead head) {
        var result = Truth.FALSE;
        for (int i = 0; i < terms.size() && result != Truth.TRUE; i++) {
            result = result.or(terms.get(i).test(caller, head));
        }
        return result;
    }

    private static Truth in(IpRange range, @Nullable IpAddress address) {
        return Truth.of(address != null && range.contains(address));
    }

    private static boolean authenticated(Caller caller, @Nullable StringMatch name) {
        if (!caller.authenticated()) {
            return false;
        }
        if (name == null) {
            return true;
        }
        if (caller.principals().isEmpty()) {
            return name.matches("");
        }
        for (int i = 0; i < caller.principals().size(); i++) {
            if (name.matches(caller.principals().get(i))) {
                return true;
            }
        }
        return false;
    }
}
