package io.windrose.sandbox.bookinfo;

/// The facts about a book.
final class Details {
    private static final String PREFIX = "/details/";

    private Details() {}

    static Answer answer(String path) {
        if (!path.startsWith(PREFIX)) {
            return Answer.error(404, "no such path");
        }
        var id = path.substring(PREFIX.length());
        if (!ProductId.isValid(id)) {
            return Answer.error(400, "please provide numeric product ID");
        }
        return Answer.json(
                """
                {"id":%s,"author":"William Shakespeare","year":1595,"type":"paperback","pages":200,\
                "publisher":"PublisherA","language":"English","ISBN-10":"1234567890",\
                "ISBN-13":"123-1234567890"}\
                """
                        .formatted(id));
    }
}
