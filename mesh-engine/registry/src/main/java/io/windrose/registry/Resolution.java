package io.windrose.registry;

/// How the addresses behind a service are found.
public enum Resolution {
    /// From the endpoints in the configuration.
    STATIC,
    /// By asking DNS for every endpoint's name and using all answers.
    DNS,
    /// By asking DNS for one name and using one answer at a time.
    DNS_ROUND_ROBIN,
    /// Not at all: the client's original destination is the address. Headless services are such.
    PASSTHROUGH,
    /// By asking DNS for the name in the request.
    DYNAMIC_DNS
}
