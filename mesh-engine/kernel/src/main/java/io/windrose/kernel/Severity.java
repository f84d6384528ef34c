package io.windrose.kernel;

/// How much a problem matters; the order is that of istioctl's failure threshold.
public enum Severity {
    INFO,
    WARNING,
    ERROR
}
