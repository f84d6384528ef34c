package io.windrose.config.schema;

/// A rule between the members of a mapping that a list of fields cannot say. A schema names it in
/// lower case with hyphens. Kinds with a decoder have further rules there.
///
/// @see <a href="https://github.com/istio/istio">Istio</a> `pkg/config/validation/validation.go`
public enum Rule {
    /// Which kinds a policy may be attached to.
    TARGET,
    /// A unix socket has no ports.
    WORKLOAD,
    /// Where a token's keys come from, and which headers get its claims.
    JWT,
    /// What a patch of Envoy's configuration changes, and how.
    ENVOY_PATCH,
    /// The sum of a plug-in is that in its address.
    PLUGIN,
    /// A variable has a value of its own, or that of the proxy.
    PLUGIN_VARIABLE,
    /// A label of a figure is set to a value, or removed.
    TAG_OVERRIDE,
    /// Which requests get a line in the log, as CEL.
    LOG_FILTER,
    /// Spans go to one provider.
    ONE_PROVIDER,
    /// Of Gateway API: a filter has the settings of its type and no others.
    ROUTE_FILTER,
    HTTP_ROUTE_RULE,
    PATH_MATCH,
    PATH_CHANGE,
    REDIRECT,
    TIMEOUTS,
    /// A Service is referred to with its port.
    BACKEND,
    LISTENER,
    LISTENER_TLS;

    void check(Site site) {
        switch (this) {
            case TARGET -> Rules.target(site);
            case WORKLOAD -> Rules.workload(site);
            case JWT -> JwtRules.rule(site);
            case ENVOY_PATCH -> EnvoyPatchRules.patch(site);
            case PLUGIN -> Rules.plugin(site);
            case PLUGIN_VARIABLE -> Rules.pluginVariable(site);
            case TAG_OVERRIDE -> TelemetryRules.tagOverride(site);
            case LOG_FILTER -> TelemetryRules.logFilter(site);
            case ONE_PROVIDER -> TelemetryRules.oneProvider(site);
            case ROUTE_FILTER -> RouteRules.filter(site);
            case HTTP_ROUTE_RULE -> RouteRules.httpRule(site);
            case PATH_MATCH -> RouteRules.pathMatch(site);
            case PATH_CHANGE -> RouteRules.pathChange(site);
            case REDIRECT -> RouteRules.redirect(site);
            case TIMEOUTS -> RouteRules.timeouts(site);
            case BACKEND -> RouteRules.backend(site);
            case LISTENER -> ListenerRules.listener(site);
            case LISTENER_TLS -> ListenerRules.tls(site);
        }
    }
}
