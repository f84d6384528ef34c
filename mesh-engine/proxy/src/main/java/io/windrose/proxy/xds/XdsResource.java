package io.windrose.proxy.xds;

import com.google.protobuf.Message;
import java.time.Instant;

/// One resource that was accepted.
///
/// @param version as the control plane named it
/// @param at when it was accepted
public record XdsResource(String name, String version, Message message, Instant at) {}
