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
    /// Of Gateway API: which parents a route has, and what its rules are called.
    ROUTE,
    /// How many matches the rules have together; in HTTP a rule without any has one.
    HTTP_MATCHES,
    GRPC_MATCHES,
    HTTP_ROUTE_RULE,
    GRPC_METHOD,
    PATH_MATCH,
    PATH_CHANGE,
    /// A filter has the settings of its type and no others.
    ROUTE_FILTER,
    /// Which filters stand together.
    FILTERS,
    REDIRECT,
    CORS,
    EXTERNAL_AUTH,
    FRACTION,
    SESSION,
    TIMEOUTS,
    /// A Service is referred to with its port.
    BACKEND,
    LISTENER,
    LISTENER_TLS,
    /// No two listeners take the same.
    LISTENERS,
    /// No two addresses are the same.
    ADDRESSES,
    ADDRESS,
    TLS_TARGETS,
    TLS_VALIDATION,
    ALTERNATIVE_NAME,
    /// Of Prometheus: what only an alert has.
    RECORDING;

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
            case ROUTE -> RouteRules.route(site);
            case HTTP_MATCHES -> RouteRules.matches(site, 1);
            case GRPC_MATCHES -> RouteRules.matches(site, 0);
            case HTTP_ROUTE_RULE -> RouteRules.httpRule(site);
            case GRPC_METHOD -> RouteRules.grpcMethod(site);
            case PATH_MATCH -> PathRules.match(site);
            case PATH_CHANGE -> PathRules.change(site);
            case ROUTE_FILTER -> FilterRules.filter(site);
            case FILTERS -> FilterRules.together(site);
            case REDIRECT -> FilterRules.redirect(site);
            case CORS -> FilterRules.cors(site);
            case EXTERNAL_AUTH -> FilterRules.externalAuth(site);
            case FRACTION -> FilterRules.fraction(site);
            case SESSION -> RouteRules.session(site);
            case TIMEOUTS -> RouteRules.timeouts(site);
            case BACKEND -> ReferenceRules.backend(site);
            case LISTENER -> ListenerRules.listener(site);
            case LISTENER_TLS -> ListenerRules.tls(site);
            case LISTENERS -> ListenerRules.listeners(site);
            case ADDRESSES -> AddressRules.addresses(site);
            case ADDRESS -> AddressRules.address(site);
            case TLS_TARGETS -> ReferenceRules.targets(site);
            case TLS_VALIDATION -> TlsPolicyRules.validation(site);
            case ALTERNATIVE_NAME -> TlsPolicyRules.alternativeName(site);
            case RECORDING -> Rules.recording(site);
        }
    }
}
