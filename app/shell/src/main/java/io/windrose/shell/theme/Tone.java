package io.windrose.shell.theme;

import io.windrose.icons.Icon;
import io.windrose.topology.Health;

/// What a colour means; each has a sign that says the same without colour.
public enum Tone {
    IDLE(Icon.DASH),
    HEALTHY(Icon.CHECK),
    DEGRADED(Icon.ALERT),
    FAILING(Icon.CROSS),
    INFO(Icon.ALERT),
    ACCENT(Icon.CHECK);

    private final Icon sign;

    Tone(Icon sign) {
        this.sign = sign;
    }

    public static Tone of(Health.Status status) {
        return switch (status) {
            case NONE -> IDLE;
            case HEALTHY -> HEALTHY;
            case DEGRADED -> DEGRADED;
            case FAILING -> FAILING;
        };
    }

    /// `wr-healthy` and so on: what icons, signs, chips, badges and banners are coloured by.
    public String styleClass() {
        return switch (this) {
            case IDLE -> "wr-idle";
            case HEALTHY -> "wr-healthy";
            case DEGRADED -> "wr-degraded";
            case FAILING -> "wr-failing";
            case INFO -> "wr-info";
            case ACCENT -> "wr-accent";
        };
    }

    Icon sign() {
        return sign;
    }
}
