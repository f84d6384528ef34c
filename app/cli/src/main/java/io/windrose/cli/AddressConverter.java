package io.windrose.cli;

import java.net.InetSocketAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// `HOST:PORT`, with an IPv6 address in brackets.
final class AddressConverter implements ITypeConverter<InetSocketAddress> {
    private static final int LAST_PORT = 65_535;

    @Override
    public InetSocketAddress convert(String text) {
        int colon = text.lastIndexOf(':');
        try {
            int port = Integer.parseInt(text.substring(colon + 1));
            var host = text.substring(0, Math.max(0, colon)).replaceAll("^\\[|]$", "");
            if (!host.isEmpty() && port >= 0 && port <= LAST_PORT) {
                return new InetSocketAddress(host, port);
            }
        } catch (NumberFormatException notAPort) {
            throw new TypeConversionException("'" + text + "' is not HOST:PORT");
        }
        throw new TypeConversionException("'" + text + "' is not HOST:PORT");
    }
}
