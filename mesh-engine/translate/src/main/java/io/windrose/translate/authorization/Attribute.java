package io.windrose.translate.authorization;

import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import io.windrose.config.resource.AuthorizationPolicy.Values;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Something that a rule can ask of a request or connection.
sealed interface Attribute {
    /// Whether a connection whose content is not read lacks it.
    boolean onlyOfRequests();

    /// Whether a value is of the attribute's form, e.g. a CIDR block.
    Predicate<String> form();

    default boolean reads(Values values) {
        return Stream.concat(values.in().stream(), values.notIn().stream()).allMatch(form());
    }

    /// Something about what is asked for.
    record OfOperation(
            boolean onlyOfRequests, Predicate<String> form, Function<String, Permission> term)
            implements Attribute {

        List<Permission> terms(List<String> values) {
            return values.stream().map(term).toList();
        }
    }

    /// Something about who asks.
    ///
    /// @param alternatives of one value, any of which will do; never empty
    record OfCaller(
            boolean onlyOfRequests,
            Predicate<String> form,
            Function<String, List<Principal>> alternatives)
            implements Attribute {

        List<Principal> terms(List<String> values) {
            return values.stream().flatMap(value -> alternatives.apply(value).stream()).toList();
        }
    }
}
