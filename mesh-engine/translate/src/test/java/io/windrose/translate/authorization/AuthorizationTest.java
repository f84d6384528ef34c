package io.windrose.translate.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import io.envoyproxy.envoy.config.listener.v3.Filter;
import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.config.rbac.v3.Policy;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.envoyproxy.envoy.config.rbac.v3.RBAC;
import io.envoyproxy.envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter;
import io.windrose.config.ConfigReader;
import io.windrose.config.resource.AuthorizationPolicy;
import io.windrose.config.resource.MeshConfig;
import io.windrose.config.resource.Resource;
import io.windrose.kernel.Result;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AuthorizationTest {

    @Test
    void noPolicyMeansNoFilter() {
        var authorization = Authorization.of(List.of(), MeshConfig.DEFAULT);

        assertThat(authorization.http()).isEmpty();
        assertThat(authorization.tcp()).isEmpty();
    }

    @Test
    void anAllowPolicyWithoutRulesMatchesNobodySoThatEverybodyIsDenied() {
        var rules = http(policy("nothing", "{}")).getFirst();

        assertThat(rules.getAction()).isEqualTo(RBAC.Action.ALLOW);
        assertThat(rules.getPoliciesMap())
                .isEqualTo(
                        Map.of(
                                "ns[shop]-policy[nothing]-rule[0]",
                                Policy.newBuilder()
                                        .addPermissions(Permissions.not(Permissions.ANY))
                                        .addPrincipals(Principals.not(Principals.ANY))
                                        .build()));
    }

    @Test
    void anEmptyRuleMatchesEverybody() {
        var rules = http(policy("all", "{rules: [{}]}")).getFirst();

        assertThat(rules.getPoliciesMap())
                .isEqualTo(
                        Map.of(
                                "ns[shop]-policy[all]-rule[0]",
                                Policy.newBuilder()
                                        .addPermissions(Permissions.all(List.of(Permissions.ANY)))
                                        .addPrincipals(Principals.all(List.of(Principals.ANY)))
                                        .build()));
    }

    @Test
    void policiesThatDenyStandBeforeThoseThatAllowAndAuditsBeforeBoth() {
        var actions =
                http(
                                policy("a", "{action: ALLOW, rules: [{}]}"),
                                policy("d", "{action: DENY, rules: [{}]}"),
                                policy("l", "{action: AUDIT, rules: [{}]}"))
                        .stream()
                        .map(RBAC::getAction)
                        .toList();

        assertThat(actions).containsExactly(RBAC.Action.LOG, RBAC.Action.DENY, RBAC.Action.ALLOW);
    }

    @Test
    void aPrincipalOfTheMeshMeansThatOfEachOfItsTrustDomains() {
        var domains = new TrustDomains(List.of("new", "old"));

        assertThat(domains.aliases("old/ns/a/sa/b"))
                .containsExactly("new/ns/a/sa/b", "old/ns/a/sa/b");
        assertThat(domains.aliases("*/ns/a/sa/b")).containsExactly("*/ns/a/sa/b");
        assertThat(domains.aliases("other/ns/a/sa/b")).containsExactly("other/ns/a/sa/b");
        assertThat(domains.aliases("*")).containsExactly("*");
    }

    @Test
    void anAllowRuleThatAsksForAPathIsLeftOutWherePathsAreNotRead() {
        var rules =
                tcp(
                        policy(
                                "both",
                                """
                                {rules: [
                                  {to: [{operation: {paths: [/a], ports: ["80"]}}]},
                                  {to: [{operation: {ports: ["81"]}}]}]}\
                                """));

        assertThat(rules.getFirst().getPoliciesMap())
                .containsOnlyKeys("ns[shop]-policy[both]-rule[1]");
    }

    @Test
    void aDenyRuleThatAsksForAPathAsksOnlyTheRestWherePathsAreNotRead() {
        var rules =
                tcp(
                        policy(
                                "both",
                                """
                                {action: DENY, rules: [
                                  {to: [{operation: {paths: [/a], ports: ["80"]}}]}]}\
                                """));

        var port = Permission.newBuilder().setDestinationPort(80).build();
        assertThat(rules.getFirst().getPoliciesMap())
                .isEqualTo(
                        Map.of(
                                "ns[shop]-policy[both]-rule[0]",
                                Policy.newBuilder()
                                        .addPermissions(
                                                Permissions.all(
                                                        List.of(Permissions.anyOf(List.of(port)))))
                                        .addPrincipals(Principals.all(List.of()))
                                        .build()));
    }

    @Test
    void aPolicyThatIsTriedOutDoesNotJudge() throws InvalidProtocolBufferException {
        var trial =
                (AuthorizationPolicy)
                        read(
                                """
                                apiVersion: security.istio.io/v1
                                kind: AuthorizationPolicy
                                metadata:
                                  name: trial
                                  namespace: shop
                                  annotations: {"istio.io/dry-run": "true"}
                                spec: {action: DENY, rules: [{}]}
                                """);

        var filter = Authorization.of(List.of(trial), MeshConfig.DEFAULT).http().getFirst();

        var config =
                filter.getTypedConfig()
                        .unpack(io.envoyproxy.envoy.extensions.filters.http.rbac.v3.RBAC.class);
        assertThat(config.hasRules()).isFalse();
        assertThat(config.getShadowRules().getAction()).isEqualTo(RBAC.Action.DENY);
        assertThat(config.getShadowRulesStatPrefix()).isEqualTo("istio_dry_run_deny_");
    }

    @Test
    void aPolicyForAnExternalAuthorizerDeniesWhatItWouldAskAbout() {
        var rules =
                http(
                        policy(
                                "custom",
                                """
                                {action: CUSTOM, provider: {name: nobody},
                                 rules: [{to: [{operation: {paths: [/admin]}}]}]}\
                                """));

        assertThat(rules).singleElement().extracting(RBAC::getAction).isEqualTo(RBAC.Action.DENY);
    }

    @Test
    void namespacesAreMatchedWithinTheIdentity() {
        var rules =
                http(policy("names", "{rules: [{from: [{source: {namespaces: [a.b, \"c*\"]}}]}]}"));

        var names = rules.getFirst().getPoliciesMap().values().iterator().next().getPrincipals(0);
        assertThat(names)
                .isEqualTo(
                        Principals.all(
                                List.of(
                                        Principals.anyOf(
                                                List.of(
                                                        identity(".*/ns/a\\.b/.*"),
                                                        identity(".*/ns/c.*/.*"))))));
    }

    private static Principal identity(String regex) {
        return Principal.newBuilder()
                .setAuthenticated(
                        Principal.Authenticated.newBuilder()
                                .setPrincipalName(TextPattern.regex(regex)))
                .build();
    }

    private static AuthorizationPolicy policy(String name, String spec) {
        return (AuthorizationPolicy)
                read(
                        """
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: %s, namespace: shop}
                        spec: %s
                        """
                                .formatted(name, spec));
    }

    private static Resource read(String yaml) {
        return switch (ConfigReader.read("policy.yaml", yaml)) {
            case Result.Ok<List<Resource>>(var resources, _) -> resources.getFirst();
            case Result.Err<List<Resource>>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    private static List<RBAC> http(AuthorizationPolicy... policies) {
        return Authorization.of(List.of(policies), MeshConfig.DEFAULT).http().stream()
                .map(HttpFilter::getTypedConfig)
                .map(config ->
                        unpack(
                                        config,
                                        io.envoyproxy
                                                .envoy
                                                .extensions
                                                .filters
                                                .http
                                                .rbac
                                                .v3
                                                .RBAC
                                                .class)
                                .getRules())
                .toList();
    }

    private static List<RBAC> tcp(AuthorizationPolicy... policies) {
        return Authorization.of(List.of(policies), MeshConfig.DEFAULT).tcp().stream()
                .map(Filter::getTypedConfig)
                .map(config ->
                        unpack(
                                        config,
                                        io.envoyproxy
                                                .envoy
                                                .extensions
                                                .filters
                                                .network
                                                .rbac
                                                .v3
                                                .RBAC
                                                .class)
                                .getRules())
                .toList();
    }

    private static <M extends com.google.protobuf.Message> M unpack(Any any, Class<M> type) {
        try {
            return any.unpack(type);
        } catch (InvalidProtocolBufferException fault) {
            throw new AssertionError(fault);
        }
    }
}
