package io.windrose.sandbox.bookinfo;

/// What a demo service says to one request.
record Answer(int status, String contentType, String body) {

    static Answer json(String body) {
        return new Answer(200, "application/json", body);
    }

    static Answer html(String body) {
        return new Answer(200, "text/html; charset=utf-8", body);
    }

    static Answer error(int status, String message) {
        return new Answer(status, "application/json", "{\"error\":\"" + message + "\"}");
    }

    boolean isOk() {
        return status == 200;
    }
}
