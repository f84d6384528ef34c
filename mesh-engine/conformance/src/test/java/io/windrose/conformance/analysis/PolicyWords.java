package io.windrose.conformance.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// What policies of one mesh ask of a call, and the calls that tell any two such policies apart.
///
/// @param asked of which attributes rules speak; of others every call has the first value
record PolicyWords(List<Attribute> asked) {
    private static final int MOST = 3;

    /// Nobody known, and one of every kind that rules tell apart: of the mesh or not, of a
    /// namespace that rules name (as that of the policy, too), whose account they name or begin
    /// with.
    private static final List<String> CALLERS =
            List.of(
                    "",
                    "cluster.local/ns/shop/sa/ann",
                    "cluster.local/ns/shop/sa/bob",
                    "cluster.local/ns/shop/sa/door",
                    "cluster.local/ns/shop/sa/eve",
                    "cluster.local/ns/shop/sa/ann/two",
                    "cluster.local/ns/other/sa/ann",
                    "cluster.local/ns/other/sa/eve",
                    "cluster.local/ns/other/sa/ann/two",
                    "cluster.local/ns/istio-system/sa/ann",
                    "cluster.local/ns/istio-system/sa/eve",
                    "cluster.local/ns/istio-system/sa/ann/two",
                    "cluster.local/ns/shelf/sa/ann",
                    "cluster.local/ns/shelf/sa/eve",
                    "cluster.local/ns/ops/sa/ann",
                    "cluster.local/ns/ops/sa/eve",
                    "far/ns/shop/sa/ann",
                    "far/ns/shop/sa/eve",
                    "far/ns/shop/sa/ann/two",
                    "far/ns/other/sa/ann",
                    "far/ns/other/sa/eve",
                    "far/ns/other/sa/ann/two",
                    "far/ns/istio-system/sa/ann",
                    "far/ns/istio-system/sa/eve",
                    "far/ns/istio-system/sa/ann/two",
                    "far/ns/shelf/sa/ann",
                    "far/ns/shelf/sa/eve",
                    "far/ns/ops/sa/ann",
                    "far/ns/ops/sa/eve");

    enum Attribute {
        CALLER,
        ADDRESS,
        CLIENT,
        PORT,
        METHOD,
        PATH,
        HOST,
        USER;

        /// Values of calls.
        List<String> calls() {
            return switch (this) {
                case CALLER -> CALLERS;
                case ADDRESS ->
                        List.of("10.1.0.1", "10.1.0.2", "10.2.0.1", "192.168.0.1", "fd00::1");
                case CLIENT -> List.of("10.1.0.1", "10.1.0.2", "192.168.0.1", "172.16.0.1");
                case PORT -> List.of("8080", "9090", "7070");
                case METHOD -> List.of("GET", "POST", "PUT", "DELETE");
                case PATH -> List.of("/a", "/", "/ab", "/a/b", "/a/c", "/b", "/c/b");
                case HOST -> List.of("s0.shop", "s0.org", "x.shop", "y.org");
                case USER -> List.of("", "ann", "anna", "bob");
            };
        }

        /// Patterns of these, as YAML.
        List<String> rules() {
            return switch (this) {
                case CALLER -> List.of();
                case ADDRESS ->
                        List.of(
                                "10.1.0.0/16",
                                "10.0.0.0/8",
                                "10.1.0.1",
                                "192.168.0.1",
                                "0.0.0.0/0");
                case CLIENT -> List.of("10.1.0.0/24", "10.1.0.1", "192.168.0.0/16");
                case PORT -> List.of("'8080'", "'9090'");
                case METHOD -> List.of("GET", "POST", "'P*'", "'*'");
                case PATH -> List.of("/a", "'/a*'", "'/a/*'", "'*/b'", "/b", "'*'");
                case HOST -> List.of("s0.shop", "S0.Shop", "'s0.*'", "'*.shop'", "'*'");
                case USER -> List.of("ann", "'an*'", "'*'");
            };
        }
    }

    static PolicyWords any(Random random) {
        var all = new ArrayList<>(List.of(Attribute.values()));
        all.remove(Attribute.CALLER);
        Collections.shuffle(all, random);
        return new PolicyWords(List.copyOf(all.subList(0, MOST)));
    }

    boolean isAsked(Attribute attribute) {
        return asked.contains(attribute);
    }

    /// Each mixture of values.
    ///
    /// @param fixed what calls have whatever is asked
    List<Call> calls(Map<Attribute, String> fixed) {
        var mixtures = List.of(new EnumMap<Attribute, String>(Attribute.class));
        for (var attribute : Attribute.values()) {
            var values =
                    fixed.containsKey(attribute)
                            ? List.of(fixed.get(attribute))
                            : attribute == Attribute.CALLER || isAsked(attribute)
                                    ? attribute.calls()
                                    : attribute.calls().subList(0, 1);
            mixtures =
                    mixtures.stream()
                            .flatMap(one ->
                                    values.stream().map(value -> with(one, attribute, value)))
                            .toList();
        }
        return mixtures.stream().map(Call::new).toList();
    }

    private static EnumMap<Attribute, String> with(
            EnumMap<Attribute, String> some, Attribute attribute, String value) {
        var more = new EnumMap<>(some);
        more.put(attribute, value);
        return more;
    }
}
