package io.windrose.proxy.xds;

import java.util.Set;

/// One aggregated stream in one of the two dialects, from its opening to its end. Confined to the
/// client's owner.
interface AdsCall {

    /// Sees to it that exactly these names are subscribed to; for wildcard types the names are
    /// ignored. Says nothing to the control plane when nothing changes.
    void subscribe(XdsType type, Set<String> names);

    /// Ends the call from our side; nothing is reported afterwards.
    void close();

    /// Whom a call reports to; on the owner.
    interface Listener {

        /// @return the error detail of the refusal; empty to acknowledge
        String received(XdsUpdate update);

        /// The stream is over; reported once.
        void ended(String reason);
    }
}
