package io.windrose.traffic.listener;

/// What a filter chain ends in.
public sealed interface Terminal permits HttpConnection, TcpProxy {}
