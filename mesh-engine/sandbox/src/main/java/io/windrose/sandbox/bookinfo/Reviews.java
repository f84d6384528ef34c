package io.windrose.sandbox.bookinfo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.regex.Pattern;

/// What readers wrote about a book, with their stars from v2 on.
final class Reviews implements HttpHandler {
    private static final String PREFIX = "/reviews/";
    private static final Pattern STARS = Pattern.compile("\"(Reviewer[12])\":([0-9]+)");
    private final String version;
    private final MeshClient mesh;

    Reviews(String version, MeshClient mesh) {
        this.version = version;
        this.mesh = mesh;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        DemoService.send(
                exchange, answer(DemoService.path(exchange), exchange.getRequestHeaders()));
    }

    private Answer answer(String path, Headers caller) {
        if (!path.startsWith(PREFIX)) {
            return Answer.error(404, "no such path");
        }
        var id = path.substring(PREFIX.length());
        if (!ProductId.isValid(id)) {
            return Answer.error(400, "please provide numeric product ID");
        }
        var stars = version.equals("v1") ? new int[0] : askRatings(id, caller);
        return Answer.json(
                """
                {"id":"%s","podname":"reviews-%s","clustername":"null","reviews":[\
                {"reviewer":"Reviewer1","text":"An extremely entertaining play by Shakespeare. The \
                slapstick humour is refreshing!"%s},\
                {"reviewer":"Reviewer2","text":"Absolutely fun and entertaining. The play lacks \
                thematic depth when compared to other plays by Shakespeare."%s}]}\
                """
                        .formatted(id, version, rating(stars, 0), rating(stars, 1)));
    }

    /// The `rating` member for a reviewer, with a comma in front; empty for v1.
    private String rating(int[] stars, int reviewer) {
        if (version.equals("v1")) {
            return "";
        }
        if (stars.length <= reviewer) {
            return ",\"rating\":{\"error\":\"Ratings service is currently unavailable\"}";
        }
        return ",\"rating\":{\"stars\":%d,\"color\":\"%s\"}"
                .formatted(stars[reviewer], version.equals("v2") ? "black" : "red");
    }

    /// @return the stars of each reviewer in turn; empty when there is no good answer
    private int[] askRatings(String id, Headers caller) {
        var answer = mesh.get("ratings", "/ratings/" + id, caller);
        return answer.isOk()
                ? STARS.matcher(answer.body())
                        .results()
                        .mapToInt(match -> Integer.parseInt(match.group(2)))
                        .toArray()
                : new int[0];
    }
}
