package io.windrose.controlplane.session;

import java.time.Instant;
import java.util.Optional;

/// How far a proxy has followed in one type.
///
/// @param sent how many resources it was sent or brought along
/// @param accepted how many of them it acknowledged in this stream, in whatever version
/// @param sentAt of the last response; the epoch before the first
/// @param acceptedAt of the last acknowledgement; the epoch before the first
/// @param isSynced nothing is unanswered, unsent or rejected
/// @param rejection of the newest response that was answered, if that was rejected
public record TypeStatus(
        int sent,
        int accepted,
        Instant sentAt,
        Instant acceptedAt,
        boolean isSynced,
        Optional<Rejection> rejection) {}
