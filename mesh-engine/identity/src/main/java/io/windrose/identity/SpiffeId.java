package io.windrose.identity;

import java.net.URI;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who a workload is: its service account, in the form that Istio writes into certificates,
/// `spiffe://<trust domain>/ns/<namespace>/sa/<service account>`.
///
/// SPIFFE allows other paths too; they name no service account and are no `SpiffeId`.
public record SpiffeId(TrustDomain trustDomain, String namespace, String serviceAccount) {
    /// The number of that choice in RFC 5280's GeneralName.
    private static final Integer URI_NAME = 6;

    private static final Pattern SEGMENT = Pattern.compile("[a-zA-Z0-9._-]{1,253}");
    private static final Pattern URI_FORM =
            Pattern.compile("spiffe://([a-z0-9._-]{1,255})/ns/([^/]+)/sa/([^/]+)");

    public SpiffeId {
        if (!isSegment(namespace) || !isSegment(serviceAccount)) {
            throw new IllegalArgumentException(
                    "not a namespace and service account: " + namespace + ", " + serviceAccount);
        }
    }

    /// Empty for whatever is not of Istio's form, character by character: no port, no query, no
    /// upper-case trust domain, no percent escapes.
    public static Optional<SpiffeId> parse(String uri) {
        var form = URI_FORM.matcher(uri);
        return form.matches() && isSegment(form.group(2)) && isSegment(form.group(3))
                ? Optional.of(
                        new SpiffeId(new TrustDomain(form.group(1)), form.group(2), form.group(3)))
                : Optional.empty();
    }

    /// The one SPIFFE name of a peer; empty unless there is exactly one URI among its alternative
    /// names and that is of Istio's form. Whether the certificate is to be trusted is not asked
    /// here.
    public static Optional<SpiffeId> of(X509Certificate certificate) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            if (names == null) {
                return Optional.empty();
            }
            var uris =
                    names.stream()
                            .filter(name -> name.getFirst().equals(URI_NAME))
                            .map(name -> (String) name.get(1))
                            .toList();
            return uris.size() == 1 ? parse(uris.getFirst()) : Optional.empty();
        } catch (CertificateParsingException _) {
            return Optional.empty();
        }
    }

    public URI uri() {
        return URI.create(toString());
    }

    /// The form of AuthorizationPolicy's principals: the URI without its scheme.
    public String principal() {
        return trustDomain + "/ns/" + namespace + "/sa/" + serviceAccount;
    }

    @Override
    public String toString() {
        return "spiffe://" + principal();
    }

    /// `.` and `..` would change their meaning in a path.
    private static boolean isSegment(String text) {
        return SEGMENT.matcher(text).matches() && !text.equals(".") && !text.equals("..");
    }
}
