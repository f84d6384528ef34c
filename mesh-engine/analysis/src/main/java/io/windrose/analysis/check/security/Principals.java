package io.windrose.analysis.check.security;

import io.windrose.analysis.Finding;
import io.windrose.analysis.Kinds;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Node;
import io.windrose.analysis.ObjectCheck;
import io.windrose.config.syntax.Spelling;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sources by identity: that there is such a service account.
final class Principals implements ObjectCheck {
    private static final Pattern PRINCIPAL = Pattern.compile("(.*)/ns/([^/*]+)/sa/(.*)");

    @Override
    public Set<String> codes() {
        return Set.of("KIA0106", "KIA0107", "KIA0108");
    }

    @Override
    public Set<String> asks() {
        return Set.of(Kinds.AUTHORIZATION_POLICY);
    }

    @Override
    public void ask(Mesh mesh, MeshObject policy, Consumer<Finding> found) {
        var accounts = Accounts.in(mesh);
        var elsewhere = AccountsElsewhere.in(mesh);
        for (var source : PolicyNodes.sources(policy)) {
            source.items("principals")
                    .forEach(one ->
                            check(accounts, one)
                                    .map(finding -> elsewhere.instead(finding, one))
                                    .ifPresent(found));
            source.items("serviceAccounts")
                    .forEach(one ->
                            checkAccount(accounts, one)
                                    .map(finding -> elsewhere.instead(finding, one))
                                    .ifPresent(found));
        }
    }

    private static Optional<Finding> check(Accounts accounts, Node one) {
        var written = new TextPattern(one.text());
        var parts = PRINCIPAL.matcher(one.text());
        if (!parts.matches() || accounts.match(written)) {
            return Optional.empty();
        }
        var domain = parts.group(1);
        if (written.isExact() && !accounts.trustDomains().contains(domain)) {
            return Optional.of(foreign(accounts, one, parts));
        }
        return accounts.areTold(parts.group(2))
                ? Optional.of(unknown(accounts, one, parts, written))
                : Optional.empty();
    }

    private static Finding foreign(Accounts accounts, Node one, Matcher parts) {
        var own = accounts.trustDomains().getFirst();
        var finding =
                Finding.of(
                        "KIA0108",
                        one,
                        "%s is not a trust domain of this mesh, whose own is %s."
                                .formatted(parts.group(1), own));
        var account = parts.group(2) + "/" + parts.group(3);
        return accounts.names().contains(account)
                ? finding.with(SourceNamespaces.change(one, Accounts.principal(own, account)))
                : finding;
    }

    private static Finding unknown(
            Accounts accounts, Node one, Matcher parts, TextPattern written) {
        var namespace = parts.group(2);
        var account = namespace + "/" + parts.group(3);
        var finding =
                Finding.of(
                        "KIA0106",
                        one,
                        written.isExact()
                                ? noSuch(parts.group(3), namespace)
                                : "No service account matches %s.".formatted(one.text()));
        return Spelling.nearest(account, accounts.names())
                .filter(_ -> written.isExact())
                .map(name ->
                        finding.with(
                                SourceNamespaces.change(
                                        one, Accounts.principal(parts.group(1), name))))
                .orElse(finding);
    }

    private static Optional<Finding> checkAccount(Accounts accounts, Node one) {
        var own = one.object().namespace();
        var name = one.text().contains("/") ? one.text() : own + "/" + one.text();
        int slash = name.indexOf('/');
        if (one.text().isEmpty()
                || accounts.names().contains(name)
                || !accounts.areTold(name.substring(0, slash))) {
            return Optional.empty();
        }
        var finding =
                Finding.of(
                        "KIA0106",
                        one,
                        noSuch(name.substring(slash + 1), name.substring(0, slash)));
        return Optional.of(
                Spelling.nearest(name, accounts.names())
                        .map(guess -> finding.with(SourceNamespaces.change(one, guess)))
                        .orElse(finding));
    }

    private static String noSuch(String name, String namespace) {
        return "There is no service account %s in namespace %s.".formatted(name, namespace);
    }
}
