package io.windrose.workspace.session;

import io.windrose.kernel.Live;
import io.windrose.kernel.Owner;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Reading;
import io.windrose.kernel.Result;
import io.windrose.kernel.Timer;
import io.windrose.prometheus.Look;
import io.windrose.prometheus.ScrapedLooks;
import io.windrose.prometheus.ScrapedLooks.Mark;
import io.windrose.topology.GraphType;
import io.windrose.topology.MeshFacts;
import io.windrose.topology.TopologySnapshot;
import io.windrose.topology.layout.Layout;
import io.windrose.topology.layout.StableLayout;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Looks at a mesh's counters again and again, and draws what flowed between two looks.
///
/// May be called from any thread; the state is confined to the owner.
final class Observation {
    /// How far back the looks reach.
    static final Duration REACH = Duration.ofHours(1);

    /// Between the first looks: the first picture shall come soon, and say more soon after,
    /// whatever the pace is from then on.
    private static final List<Duration> FIRST_PACES =
            Stream.of(1, 1, 2, 2).map(Duration::ofSeconds).toList();

    /// How far back the history reaches at least, so that one sees whether something is new.
    private static final Duration MEMORY = Duration.ofMinutes(5);

    /// More points than this no chart can show.
    private static final int MOMENTS = 120;

    /// 32 MiB.
    private static final long MAX_VALUES = 4 << 20;

    private final Supplier<Result<Look>> source;
    private final Owner owner;
    private final Timer timer;
    private final Executor blocking;
    private final ScrapedLooks looks = new ScrapedLooks(REACH, MAX_VALUES);
    private final Live<Picture> pictures;
    private final Map<GraphType, Layout> layouts = new EnumMap<>(GraphType.class);
    private final Map<Span, Picture.Moment> moments = new HashMap<>();
    private final Map<Span, Picture.Moment> versionMoments = new HashMap<>();
    private Asked asked = Asked.of(GraphQuestion.DEFAULT);
    private Asked versionsAsked = asked;
    private Picture.Versions versions = Picture.Versions.NONE;
    private MeshFacts facts = MeshFacts.NONE;
    private Optional<Duration> pace = Optional.of(Duration.ofSeconds(5));
    private Timer.Cancellation planned = Timer.Cancellation.NOTHING;
    private Reading<TopologySnapshot> graph = Reading.none();
    private Duration covered = Duration.ZERO;
    private List<Problem> warnings = List.of();
    private boolean looking;
    private int begun;

    private record Span(long from, long to) {}

    /// @param source blocks, on `blocking`
    Observation(Supplier<Result<Look>> source, Owner owner, Timer timer, Executor blocking) {
        this.source = source;
        this.owner = owner;
        this.timer = timer;
        this.blocking = blocking;
        this.pictures = new Live<>(picture(List.of()));
    }

    Live<Picture> pictures() {
        return pictures;
    }

    /// Looks at once and from then on at its pace.
    void begin() {
        owner.execute(this::tick);
    }

    void know(MeshFacts newFacts) {
        owner.execute(() -> {
            if (!newFacts.equals(facts)) {
                facts = newFacts;
                moments.clear();
                versionMoments.clear();
                draw();
            }
        });
    }

    void ask(GraphQuestion question) {
        owner.execute(() -> {
            if (!question.equals(asked.question())) {
                asked = Asked.of(question);
                versionsAsked = Asked.of(question.ofAllVersions());
                moments.clear();
                draw();
            }
        });
    }

    /// Looks at once when that is sooner than was planned.
    void refreshEvery(Optional<Duration> newPace) {
        owner.execute(() -> {
            boolean sooner = isSooner(newPace, pace);
            pace = newPace;
            plan();
            if (sooner) {
                look();
            }
        });
    }

    void refreshNow() {
        owner.execute(this::look);
    }

    private void tick() {
        plan();
        look();
    }

    private void plan() {
        planned.cancel();
        planned =
                pace.map(wanted ->
                                timer.after(
                                        begun < FIRST_PACES.size()
                                                ? shorter(wanted, FIRST_PACES.get(begun))
                                                : wanted,
                                        this::tick))
                        .orElse(Timer.Cancellation.NOTHING);
    }

    private static boolean isSooner(Optional<Duration> next, Optional<Duration> before) {
        return next.isPresent() && (before.isEmpty() || next.get().compareTo(before.get()) < 0);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void look() {
        if (!looking) {
            looking = true;
            begun++;
            owner.await(
                    CompletableFuture.supplyAsync(source, blocking)
                            .whenComplete((_, _) -> owner.execute(() -> looking = false)),
                    this::onLook);
        }
    }

    private void onLook(Result<Look> answer) {
        switch (answer) {
            case Result.Ok<Look>(var look, var newWarnings) -> {
                looks.add(look);
                warnings = newWarnings;
                graph = new Reading<>(graph.value(), graph.at(), List.of());
                draw();
            }
            case Result.Err<Look>(var problems) -> {
                graph = graph.stale(problems);
                pictures.set(picture(pictures.get().history()));
            }
        }
    }

    /// What the looks that are kept say to the question as it is now.
    private void draw() {
        var marks = looks.marks();
        if (marks.size() < 2) {
            pictures.set(picture(List.of()));
            return;
        }
        var to = marks.getLast();
        var from = from(marks, to.at().minus(asked.question().window()));
        var window = looks.between(from, to, asked.traffic());
        covered = window.interval();
        var drawn = asked.graph(window, facts);
        var last = graph.value();
        graph =
                new Reading<>(
                        last.filter(drawn::equals).or(() -> Optional.of(drawn)),
                        to.at(),
                        graph.problems());
        var type = drawn.type();
        layouts.put(type, StableLayout.next(layouts.getOrDefault(type, Layout.EMPTY), drawn));
        var memory = from(marks, to.at().minus(MEMORY));
        versions =
                new Picture.Versions(
                        asked.question().leavesNothingOut()
                                ? drawn
                                : versionsAsked.graph(
                                        looks.between(from, to, versionsAsked.traffic()), facts),
                        versionMoments(marks, memory));
        pictures.set(picture(history(marks, memory.number() < from.number() ? memory : from)));
    }

    /// The look nearest to a moment, the newest excepted.
    private static Mark from(List<Mark> marks, Instant moment) {
        return marks.subList(0, marks.size() - 1).stream()
                .min(Comparator.comparing(mark -> Duration.between(mark.at(), moment).abs()))
                .orElseThrow();
    }

    /// One moment between two looks; in a long window between two that are further apart.
    private List<Picture.Moment> history(List<Mark> marks, Mark from) {
        var inside = marks.subList(marks.indexOf(from), marks.size());
        long stride = Math.ceilDiv(inside.getLast().number() - inside.getFirst().number(), MOMENTS);
        var kept = new HashMap<Span, Picture.Moment>();
        var history = new ArrayList<Picture.Moment>();
        var before = inside.getFirst();
        for (int i = 1; i < inside.size(); i++) {
            var mark = inside.get(i);
            boolean last = i == inside.size() - 1;
            if (last || mark.number() / stride != inside.get(i + 1).number() / stride) {
                var span = new Span(before.number(), mark.number());
                var moment = moments.get(span);
                if (moment == null) {
                    moment = moment(asked, before, mark);
                }
                kept.put(span, moment);
                history.add(moment);
                before = mark;
            }
        }
        moments.clear();
        moments.putAll(kept);
        return history;
    }

    /// One moment between each two looks.
    private List<Picture.Moment> versionMoments(List<Mark> marks, Mark from) {
        var inside = marks.subList(marks.indexOf(from), marks.size());
        var kept = new HashMap<Span, Picture.Moment>();
        var history = new ArrayList<Picture.Moment>();
        for (int i = 1; i < inside.size(); i++) {
            var before = inside.get(i - 1);
            var mark = inside.get(i);
            var span = new Span(before.number(), mark.number());
            var moment = versionMoments.get(span);
            if (moment == null) {
                moment = moment(versionsAsked, before, mark);
            }
            kept.put(span, moment);
            history.add(moment);
        }
        versionMoments.clear();
        versionMoments.putAll(kept);
        return history;
    }

    private Picture.Moment moment(Asked question, Mark from, Mark to) {
        var window = looks.between(from, to, question.traffic());
        return new Picture.Moment(to.at(), window.interval(), question.moment(window, facts));
    }

    private Picture picture(List<Picture.Moment> history) {
        var problems = new ArrayList<>(asked.problems());
        problems.addAll(warnings);
        return new Picture(
                asked.question(),
                graph,
                layouts.getOrDefault(asked.question().type(), Layout.EMPTY),
                covered,
                history,
                versions,
                problems);
    }
}
