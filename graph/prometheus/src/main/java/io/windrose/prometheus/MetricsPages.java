package io.windrose.prometheus;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The pages on which proxies expose their counters.
public final class MetricsPages implements AutoCloseable {
    private final List<Address> addresses;
    private final Conversation conversation;
    private final InstantSource clock;

    private MetricsPages(List<Address> addresses, Limits limits, InstantSource clock) {
        this.addresses = List.copyOf(addresses);
        this.conversation =
                new Conversation(limits, "metrics in Prometheus' text format, as proxies expose");
        this.clock = clock;
    }

    /// @param urls pages of exposition text; a token may stand in the query
    public static Result<MetricsPages> of(List<String> urls, Limits limits, InstantSource clock) {
        var addresses = new ArrayList<Address>();
        var problems = new ArrayList<Problem>();
        for (var url : urls) {
            switch (Address.parse("--scrape", url)) {
                case Result.Ok(var address, _) -> addresses.add(address);
                case Result.Err(var reasons) -> problems.addAll(reasons);
            }
        }
        return Result.of(new MetricsPages(addresses, limits, clock), problems);
    }

    /// Asks one page after the other and blocks for as long as they take. Pages that do not answer
    /// are warnings as long as one does.
    public Result<Look> look() {
        var pages = new LinkedHashMap<String, Look.Page>();
        var problems = new ArrayList<Problem>();
        for (var address : addresses) {
            switch (conversation.ask(address.request().get().build()).then(a -> page(address, a))) {
                case Result.Ok(var page, var warnings) -> {
                    pages.put(address.url().toString(), new Look.Page(page, clock.instant()));
                    problems.addAll(warnings);
                }
                case Result.Err(var reasons) -> problems.addAll(reasons);
            }
        }
        return pages.isEmpty()
                ? new Result.Err<>(problems)
                : new Result.Ok<>(
                        new Look(clock.instant(), pages),
                        problems.stream()
                                .map(one -> Problem.warning(one.code(), one.place(), one.message()))
                                .toList());
    }

    /// Ends what still waits for an answer.
    @Override
    public void close() {
        conversation.close();
    }

    <T> Result<T> interrupted() {
        return conversation.problem("MESH1506", "the scrape", "was interrupted");
    }

    private Result<Exposition> page(Address address, Conversation.Answer answer) {
        var where = address.shown();
        if (answer.status() != 200) {
            return conversation.problem(
                    "MESH1503",
                    where,
                    "answered HTTP "
                            + answer.status()
                            + (answer.status() == 401 || answer.status() == 403
                                    ? " (is the token in the URL right?)"
                                    : ""));
        }
        if (answer.isHtml()) {
            return conversation.problem("MESH1503", where, "answered with a web page");
        }
        var page = Exposition.parse(answer.text());
        if (page.broken().isPresent()) {
            var what = "answered with text that cannot be read in " + page.broken().get();
            return page.lines() == 0
                    ? conversation.problem("MESH1503", where, what)
                    : new Result.Ok<>(
                            page, conversation.problem("MESH1503", where, what).problems());
        }
        return Result.ok(page);
    }
}
