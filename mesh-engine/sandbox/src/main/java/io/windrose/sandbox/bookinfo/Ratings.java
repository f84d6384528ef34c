package io.windrose.sandbox.bookinfo;

/// Stars that two reviewers gave to a book.
final class Ratings {
    static final int FIRST_REVIEWER = 5;
    static final int SECOND_REVIEWER = 4;
    private static final String PREFIX = "/ratings/";

    private Ratings() {}

    static Answer answer(String path) {
        if (!path.startsWith(PREFIX)) {
            return Answer.error(404, "no such path");
        }
        var id = path.substring(PREFIX.length());
        if (!ProductId.isValid(id)) {
            return Answer.error(400, "please provide numeric product ID");
        }
        return Answer.json(
                "{\"id\":%s,\"ratings\":{\"Reviewer1\":%d,\"Reviewer2\":%d}}"
                        .formatted(id, FIRST_REVIEWER, SECOND_REVIEWER));
    }
}
