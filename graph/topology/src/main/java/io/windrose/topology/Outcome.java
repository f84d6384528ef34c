package io.windrose.topology;

/// What became of a request, coarsely.
public enum Outcome {
    SUCCESS,
    REDIRECT,
    CLIENT_ERROR,
    SERVER_ERROR,
    GRPC_ERROR,
    /// The connection ended before a response began.
    NO_RESPONSE;

    public boolean isError() {
        return this != SUCCESS && this != REDIRECT;
    }

    /// @param code an HTTP status; anything else than 3xx, 4xx and 5xx is a success
    public static Outcome ofHttp(String code) {
        if (code.length() != 3) {
            return code.equals("-") ? NO_RESPONSE : SUCCESS;
        }
        return switch (code.charAt(0)) {
            case '3' -> REDIRECT;
            case '4' -> CLIENT_ERROR;
            case '5' -> SERVER_ERROR;
            default -> SUCCESS;
        };
    }

    /// @param code a gRPC status (`0` is OK) or, when the call failed before one, an HTTP status
    public static Outcome ofGrpc(String code) {
        if (code.equals("-")) {
            return NO_RESPONSE;
        }
        if (code.length() == 3) {
            return ofHttp(code).isError() ? GRPC_ERROR : SUCCESS;
        }
        return code.isEmpty() || code.equals("0") ? SUCCESS : GRPC_ERROR;
    }
}
