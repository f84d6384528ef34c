package io.windrose.sandbox.bookinfo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// The page that a reader sees, made of the answers of details and reviews.
///
/// Whoever logs in as `jason` is named in the header `end-user` of the requests that follow; there
/// is no password, as in the original.
final class Productpage implements HttpHandler {
    private static final String SESSION = "session-user";
    private static final Pattern USER_NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int FORM_LIMIT = 4096;
    private final MeshClient mesh;

    Productpage(MeshClient mesh) {
        this.mesh = mesh;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var path = DemoService.path(exchange);
        switch (path) {
            case "/", "/index.html", "/productpage" -> page(exchange);
            case "/login" -> login(exchange);
            case "/logout" -> turnTo(exchange, SESSION + "=; Max-Age=0; Path=/; HttpOnly");
            case "/api/v1/products" ->
                    DemoService.send(exchange, Answer.json("[" + ProductPageText.PRODUCT + "]"));
            default -> {
                if (path.startsWith("/api/v1/products/")) {
                    api(exchange, path.substring("/api/v1/products/".length()));
                } else {
                    DemoService.send(exchange, Answer.error(404, "no such path"));
                }
            }
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        var user = user(exchange);
        var caller = onBehalfOf(user, exchange.getRequestHeaders());
        var details = mesh.get("details", "/details/0", caller);
        var reviews = mesh.get("reviews", "/reviews/0", caller);
        // As in the original the page itself always arrives, with an apology for what is missing.
        DemoService.send(exchange, Answer.html(ProductPageText.html(user, details, reviews)));
    }

    private void api(HttpExchange exchange, String rest) throws IOException {
        var parts = rest.split("/", -1);
        var caller = onBehalfOf(user(exchange), exchange.getRequestHeaders());
        if (!ProductId.isValid(parts[0]) || parts.length > 2) {
            DemoService.send(exchange, Answer.error(404, "no such product"));
            return;
        }
        var answer =
                switch (parts.length == 1 ? "" : parts[1]) {
                    case "" -> mesh.get("details", "/details/" + parts[0], caller);
                    case "reviews" -> mesh.get("reviews", "/reviews/" + parts[0], caller);
                    case "ratings" -> mesh.get("ratings", "/ratings/" + parts[0], caller);
                    default -> Answer.error(404, "no such path");
                };
        DemoService.send(exchange, answer);
    }

    private static void login(HttpExchange exchange) throws IOException {
        var form =
                new String(
                        exchange.getRequestBody().readNBytes(FORM_LIMIT), StandardCharsets.UTF_8);
        var name =
                Arrays.stream(form.split("&"))
                        .filter(field -> field.startsWith("username="))
                        .map(field -> field.substring("username=".length()))
                        .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                        .filter(value -> USER_NAME.matcher(value).matches())
                        .findFirst();
        if (name.isEmpty()) {
            DemoService.send(exchange, Answer.error(400, "a form field username is needed"));
            return;
        }
        turnTo(exchange, SESSION + "=" + name.get() + "; Path=/; HttpOnly; SameSite=Lax");
    }

    private static void turnTo(HttpExchange exchange, String cookie) throws IOException {
        exchange.getResponseHeaders().set("set-cookie", cookie);
        exchange.getResponseHeaders().set("location", "/productpage");
        exchange.sendResponseHeaders(302, -1);
    }

    private static Optional<String> user(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("cookie")).stream()
                .flatMap(cookies -> Arrays.stream(cookies.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(SESSION + "="))
                .map(cookie -> cookie.substring(SESSION.length() + 1))
                .filter(name -> USER_NAME.matcher(name).matches())
                .findFirst();
    }

    private static Headers onBehalfOf(Optional<String> user, Headers caller) {
        var headers = new Headers();
        headers.putAll(caller);
        user.ifPresent(name -> headers.set("end-user", name));
        return headers;
    }
}
