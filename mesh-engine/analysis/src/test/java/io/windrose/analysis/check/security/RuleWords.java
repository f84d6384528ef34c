package io.windrose.analysis.check.security;

import io.windrose.config.resource.AuthorizationPolicy.Condition;
import io.windrose.config.resource.AuthorizationPolicy.Operation;
import io.windrose.config.resource.AuthorizationPolicy.Rule;
import io.windrose.config.resource.AuthorizationPolicy.Source;
import io.windrose.config.resource.AuthorizationPolicy.Values;
import io.windrose.traffic.authorize.Caller;
import io.windrose.traffic.match.IpAddress;
import io.windrose.traffic.match.RequestHead;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Random rules and calls of few words.
final class RuleWords {
    private static final List<String> PRINCIPALS =
            List.of(
                    "cluster.local/ns/a/sa/x",
                    "cluster.local/ns/a/sa/y",
                    "cluster.local/ns/b/sa/x",
                    "far/ns/a/sa/x");
    private static final List<String> NAMESPACES = List.of("a", "b", "ab");
    private static final List<String> ACCOUNTS = List.of("a/x", "x", "b/x");
    private static final List<String> PATHS = List.of("/", "/a", "/a/b", "/b");
    private static final List<String> METHODS = List.of("GET", "PUT");
    private static final List<String> PORTS = List.of("80", "90");
    private static final List<String> HOSTS = List.of("shop", "Shop", "cart");
    private static final List<String> USERS = List.of("ann", "anna", "bob");
    private static final List<String> ADDRESSES = List.of("10.0.0.1", "10.0.1.1", "192.168.0.1");
    private static final List<String> BLOCKS =
            List.of("10.0.0.0/8", "10.0.0.0/24", "10.0.1.1", "192.168.0.0/16", "0.0.0.0/0");

    private final SplittableRandom random;

    RuleWords(SplittableRandom random) {
        this.random = random;
    }

    /// @param address of the other end
    record Call(
            String principal,
            String address,
            int port,
            String method,
            String authority,
            String path,
            String user)
            implements RequestHead {

        Caller caller() {
            var names = principal.isEmpty() ? List.<String>of() : List.of("spiffe://" + principal);
            var from = IpAddress.parse(address);
            return new Caller(!principal.isEmpty(), names, null, port, from, from, "");
        }

        @Override
        public String scheme() {
            return "http";
        }

        @Override
        public @Nullable String header(String name) {
            return name.equals("x-user") && !user.isEmpty() ? user : null;
        }

        @Override
        public long random() {
            return 0;
        }
    }

    /// One that comes near to matching.
    Call call(Rule rule) {
        var paths = new ArrayList<String>(PATHS);
        rule.to().stream()
                .flatMap(one -> one.paths().in().stream())
                .map(path -> path.replace("*", "q"))
                .forEach(paths::add);
        return new Call(
                random.nextInt(5) == 0 ? "" : one(PRINCIPALS),
                one(ADDRESSES),
                Integer.parseInt(one(PORTS)),
                one(METHODS),
                one(HOSTS),
                one(paths),
                random.nextInt(4) == 0 ? "" : one(USERS));
    }

    Rule rule() {
        return new Rule(
                some(this::source),
                some(this::operation),
                random.nextInt(3) == 0 ? List.of(condition()) : List.of());
    }

    private Condition condition() {
        return switch (random.nextInt(4)) {
            case 0 -> new Condition("source.principal", patterns(PRINCIPALS));
            case 1 -> new Condition("source.ip", words(BLOCKS));
            case 2 -> new Condition("destination.port", words(PORTS));
            default -> new Condition("request.headers[x-user]", patterns(USERS));
        };
    }

    private Source source() {
        return new Source(
                maybe(() -> patterns(PRINCIPALS)),
                Values.ANY,
                maybe(() -> patterns(NAMESPACES)),
                maybe(() -> words(ACCOUNTS)),
                maybe(() -> words(BLOCKS)),
                maybe(() -> words(BLOCKS)),
                maybe(() -> words(List.of("cluster.local", "far"))));
    }

    private Operation operation() {
        return new Operation(
                maybe(() -> patterns(HOSTS)),
                maybe(() -> words(PORTS)),
                maybe(() -> patterns(METHODS)),
                maybe(() -> patterns(PATHS)));
    }

    private Values maybe(Supplier<Values> values) {
        return random.nextInt(3) == 0 ? values.get() : Values.ANY;
    }

    private <T> List<T> some(Supplier<T> next) {
        var all = new ArrayList<T>();
        for (int left = random.nextInt(3); left > 0; left--) {
            all.add(next.get());
        }
        return all;
    }

    private Values words(List<String> words) {
        return values(() -> one(words));
    }

    private Values patterns(List<String> words) {
        return values(() -> {
            var word = one(words);
            int cut = random.nextInt(word.length() + 1);
            return switch (random.nextInt(6)) {
                case 0 -> word.substring(0, cut) + "*";
                case 1 -> "*" + word.substring(cut);
                case 2 -> "*";
                default -> word;
            };
        });
    }

    /// At least one.
    private Values values(Supplier<String> next) {
        var in = new ArrayList<String>();
        var notIn = new ArrayList<String>();
        int kind = random.nextInt(4);
        if (kind < 3) {
            in.add(next.get());
        }
        if (kind > 1) {
            notIn.add(next.get());
        }
        if (random.nextInt(3) == 0) {
            (random.nextBoolean() ? in : notIn).add(next.get());
        }
        return new Values(in, notIn);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
