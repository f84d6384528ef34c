package io.windrose.analysis;

import io.windrose.kernel.Severity;
import java.util.Locale;
import java.util.SequencedCollection;
import java.util.Set;

/// A kind of finding: `IST` are istioctl's, `KIA` Kiali's, `WR` ours.
///
/// @param title a few words
/// @see <a href="https://istio.io/latest/docs/reference/config/analysis/">Istio's messages</a>
/// @see <a href="https://kiali.io/docs/features/validations/">Kiali's validations</a>
public record Code(String id, Severity level, String title) {
    private static final Set<String> QUIET = Set.of("IST0136", "KIA1301");

    /// @throws IllegalArgumentException for a code that `codes.yaml` does not have
    public static Code of(String id) {
        return Codes.of(id);
    }

    /// Every code there is, in order.
    public static SequencedCollection<String> ids() {
        return Codes.all().sequencedKeySet();
    }

    /// Whether it is left out unless somebody asks for it, because it is true of most meshes.
    public boolean isQuiet() {
        return QUIET.contains(id);
    }

    /// Where it is explained.
    public String reference() {
        var lower = id.toLowerCase(Locale.ROOT);
        if (id.startsWith("IST")) {
            return "https://istio.io/latest/docs/reference/config/analysis/" + lower + "/";
        }
        return id.startsWith("KIA")
                ? "https://kiali.io/docs/features/validations/#" + lower
                : "windrose:" + lower;
    }
}
