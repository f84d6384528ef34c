package io.windrose.runtime;

import io.envoyproxy.envoy.config.core.v3.CidrRange;
import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.envoyproxy.envoy.type.matcher.v3.MetadataMatcher;
import io.windrose.traffic.authorize.Authorizer;
import io.windrose.traffic.authorize.Policy;
import io.windrose.traffic.authorize.Term;
import io.windrose.traffic.match.IpAddress;
import io.windrose.traffic.match.IpRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Authorization policies. What we do not know becomes a [Term.NotUnderstood], never a refusal: the
/// other policies of the listener are too precious to be lost with it.
public final class RbacReader {
    /// Stands in for a range that was refused; its term is not used.
    private static final IpRange EVERYWHERE = new IpRange(new IpAddress(0, 0, true), 0);

    private RbacReader() {}

    static Authorizer authorizer(RBAC rules) {
        var action =
                switch (rules.getAction()) {
                    case ALLOW, UNRECOGNIZED -> Authorizer.Action.ALLOW;
                    case DENY -> Authorizer.Action.DENY;
                    case LOG -> Authorizer.Action.LOG;
                };
        return new Authorizer(
                action,
                rules.getPoliciesMap().entrySet().stream()
                        .map(entry -> policy(entry.getKey(), entry.getValue()))
                        .toList());
    }

    static @Nullable Authorizer authorizer(boolean isSet, RBAC rules) {
        return isSet ? authorizer(rules) : null;
    }

    /// @param name under which its verdicts are reported
    public static Policy policy(String name, io.envoyproxy.envoy.config.rbac.v3.Policy policy) {
        var permission =
                new Term.Or(
                        policy.getPermissionsList().stream().map(RbacReader::permission).toList());
        Term principal =
                new Term.Or(
                        policy.getPrincipalsList().stream().map(RbacReader::principal).toList());
        if (policy.hasCondition() || policy.hasCheckedCondition()) {
            principal = new Term.And(List.of(principal, new Term.NotUnderstood("condition")));
        }
        return new Policy(name, permission, principal);
    }

    @SuppressWarnings("deprecation") // metadata is still what istiod sends
    private static Term permission(Permission permission) {
        return switch (permission.getRuleCase()) {
            case ANY -> new Term.Always(permission.getAny());
            case AND_RULES ->
                    new Term.And(
                            permission.getAndRules().getRulesList().stream()
                                    .map(RbacReader::permission)
                                    .toList());
            case OR_RULES ->
                    new Term.Or(
                            permission.getOrRules().getRulesList().stream()
                                    .map(RbacReader::permission)
                                    .toList());
            case NOT_RULE -> new Term.Not(permission(permission.getNotRule()));
            case HEADER -> read(reader -> new Term.Header(reader.header(permission.getHeader())));
            case URL_PATH ->
                    read(reader -> new Term.Path(reader.text(permission.getUrlPath().getPath())));
            case DESTINATION_IP ->
                    read(reader ->
                            new Term.LocalAddress(range(reader, permission.getDestinationIp())));
            case DESTINATION_PORT ->
                    new Term.LocalPort(
                            permission.getDestinationPort(), permission.getDestinationPort() + 1);
            case DESTINATION_PORT_RANGE ->
                    new Term.LocalPort(
                            permission.getDestinationPortRange().getStart(),
                            permission.getDestinationPortRange().getEnd());
            case REQUESTED_SERVER_NAME ->
                    read(reader ->
                            new Term.ServerName(reader.text(permission.getRequestedServerName())));
            case METADATA -> metadata(permission.getMetadata());
            default -> new Term.NotUnderstood(permission.getRuleCase().name());
        };
    }

    @SuppressWarnings("deprecation") // source_ip is still what older control planes send
    private static Term principal(Principal principal) {
        return switch (principal.getIdentifierCase()) {
            case ANY -> new Term.Always(principal.getAny());
            case AND_IDS ->
                    new Term.And(
                            principal.getAndIds().getIdsList().stream()
                                    .map(RbacReader::principal)
                                    .toList());
            case OR_IDS ->
                    new Term.Or(
                            principal.getOrIds().getIdsList().stream()
                                    .map(RbacReader::principal)
                                    .toList());
            case NOT_ID -> new Term.Not(principal(principal.getNotId()));
            case AUTHENTICATED -> authenticated(principal.getAuthenticated());
            case SOURCE_IP -> read(r -> new Term.RemoteAddress(range(r, principal.getSourceIp())));
            case DIRECT_REMOTE_IP ->
                    read(r ->
                            new Term.DirectRemoteAddress(range(r, principal.getDirectRemoteIp())));
            case REMOTE_IP -> read(r -> new Term.RemoteAddress(range(r, principal.getRemoteIp())));
            case HEADER -> read(r -> new Term.Header(r.header(principal.getHeader())));
            case URL_PATH -> read(r -> new Term.Path(r.text(principal.getUrlPath().getPath())));
            case METADATA -> metadata(principal.getMetadata());
            default -> new Term.NotUnderstood(principal.getIdentifierCase().name());
        };
    }

    private static Term authenticated(Principal.Authenticated authenticated) {
        return authenticated.hasPrincipalName()
                ? read(r -> new Term.Authenticated(r.text(authenticated.getPrincipalName())))
                : new Term.Authenticated(null);
    }

    private static Term metadata(MetadataMatcher matcher) {
        var path = new ArrayList<String>();
        path.add(matcher.getFilter());
        matcher.getPathList().forEach(segment -> path.add(segment.getKey()));
        var value = matcher.getValue();
        boolean inList = value.hasListMatch();
        var item = inList ? value.getListMatch().getOneOf() : value;
        // whatever else is asked of a value, an absent one has it not
        return item.hasStringMatch()
                ? read(reader ->
                        new Term.Metadata(
                                path,
                                reader.text(item.getStringMatch()),
                                inList,
                                matcher.getInvert()))
                : new Term.Always(matcher.getInvert());
    }

    private static Term read(Function<MatchReader, Term> term) {
        var refusals = new Refusals();
        var read = term.apply(new MatchReader(refusals));
        return refusals.isEmpty() ? read : new Term.NotUnderstood(refusals.toString());
    }

    private static IpRange range(MatchReader reader, CidrRange range) {
        var read = reader.ranges(List.of(range));
        return read.isEmpty() ? EVERYWHERE : read.getFirst();
    }
}
