package io.windrose.sandbox.bookinfo;

import java.util.Optional;

/// The HTML of the product page.
final class ProductPageText {
    static final String PRODUCT =
            """
            {"id":0,"title":"The Comedy of Errors","descriptionHtml":"One of Shakespeare's early \
            comedies, set in Ephesus."}\
            """;

    private ProductPageText() {}

    /// @param user who is logged in; the name has been checked to need no escaping
    static String html(Optional<String> user, Answer details, Answer reviews) {
        return """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Simple Bookstore App</title>
        <style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
        pre{background:#f3f5f8;padding:1rem;white-space:pre-wrap}</style></head><body>
        <form method="post" action="%s">%s</form>
        <h1>The Comedy of Errors</h1>
        <h2>Book details</h2>%s
        <h2>Book reviews</h2>%s
        </body></html>
        """
                .formatted(
                        user.isPresent() ? "/logout" : "/login",
                        user.map(name -> name + " <button>Sign out</button>")
                                .orElse(
                                        "<input name=\"username\" aria-label=\"User name\""
                                                + " value=\"jason\"><button>Sign in</button>"),
                        section(details, "Sorry, product details are currently unavailable."),
                        section(reviews, "Sorry, product reviews are currently unavailable."));
    }

    private static String section(Answer answer, String apology) {
        return answer.isOk()
                ? "<pre>" + escaped(answer.body()) + "</pre>"
                : "<p>" + apology + "</p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
