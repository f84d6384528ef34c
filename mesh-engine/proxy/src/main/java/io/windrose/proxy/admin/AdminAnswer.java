package io.windrose.proxy.admin;

/// @param type the content type
record AdminAnswer(int status, String type, String body) {
    private static final String TEXT = "text/plain; charset=UTF-8";
    private static final String JSON = "application/json";

    static AdminAnswer text(String body) {
        return new AdminAnswer(200, TEXT, body);
    }

    static AdminAnswer json(String body) {
        return new AdminAnswer(200, JSON, body);
    }

    static AdminAnswer refusal(int status, String body) {
        return new AdminAnswer(status, TEXT, body + "\n");
    }
}
