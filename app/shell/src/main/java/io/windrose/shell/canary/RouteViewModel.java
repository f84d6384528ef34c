package io.windrose.shell.canary;

import io.windrose.config.file.JournalEntry;
import io.windrose.kernel.Result;
import io.windrose.kernel.TrafficSplit;
import io.windrose.session.Intent;
import io.windrose.session.Plan;
import io.windrose.session.ShiftableRoute;
import io.windrose.session.rollout.Breach;
import io.windrose.session.rollout.GuardRails;
import io.windrose.session.rollout.HealthSample;
import io.windrose.session.rollout.ObservedSplit;
import io.windrose.session.rollout.Rollout;
import io.windrose.session.rollout.Rollout.Change;
import io.windrose.session.rollout.Rollout.Event;
import io.windrose.session.rollout.Uptake;
import io.windrose.session.rollout.Verdict;
import io.windrose.shell.frame.Freshness;
import io.windrose.shell.frame.Notice;
import io.windrose.shell.theme.Tone;
import io.windrose.view.split.SplitViewModel;
import io.windrose.workspace.session.MeshView;
import io.windrose.workspace.session.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One route that is being shifted, and everything a user can do to it.
///
/// It goes on watching and guarding what was applied while its drawer is closed. Confined to the
/// JavaFX thread; in tests to the calling one.
public final class RouteViewModel {
    private final Surroundings around;
    private final SplitViewModel split;
    private final ReadOnlyObjectWrapper<CanaryState> state;
    private ShiftableRoute route;
    private Uptake uptake;
    private Rollout rollout = new Rollout.Editing();
    private Observation observation = Observation.nothing("No graph has been read yet.");
    private final Intervals intervals = new Intervals();
    private ObservedSplit observed = ObservedSplit.NONE;
    private List<HealthSample> samples = List.of();
    private Freshness.State seen;
    private GuardRails rails;
    private boolean stepBack = true;
    private String canary;
    private Planned planned = new Planned.Nothing();
    private Optional<Integer> undoable = Optional.empty();
    private Optional<Advice> saved = Optional.empty();

    RouteViewModel(Surroundings around, ShiftableRoute route) {
        this.around = around;
        this.route = route;
        var mesh = around.mesh().meshProperty().get();
        rails = around.rails().last().get();
        split = new SplitViewModel(route.split());
        uptake = Uptake.first(Sights.of(mesh, route, around.clock().instant()));
        canary = likelyCanary(route.split());
        look(around.mesh().pictureProperty().get());
        measure();
        seen = around.mesh().freshnessProperty().get().state();
        state = new ReadOnlyObjectWrapper<>(CanaryState.of(facts()));
        split.draftProperty().subscribe((_, _) -> onDraft());
        readHistory();
    }

    ReadOnlyObjectProperty<CanaryState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    CanaryState state() {
        return state.get();
    }

    public SplitViewModel split() {
        return split;
    }

    public ShiftableRoute route() {
        return route;
    }

    public Rollout rollout() {
        return rollout;
    }

    /// 1 to 4.
    public int colour(String subset) {
        return colours().of(subset);
    }

    /// The newest version of the route in a new configuration.
    void onMesh(MeshView mesh, ShiftableRoute newest) {
        route = newest;
        uptake = uptake.next(Sights.of(mesh, newest, around.clock().instant()));
        happen(new Event.Saw(uptake));
        boolean unread = rollout instanceof Rollout.Asked;
        if (!unread) {
            split.ask(newest.split());
        }
        if (!split.subsets().contains(canary)) {
            canary = likelyCanary(newest.split());
        }
        look(around.mesh().pictureProperty().get());
        plan();
        watch();
    }

    /// Something wrote to the object's file, perhaps; the draft is checked against it again.
    void onLost() {
        plan();
        refresh();
    }

    void onPicture(Picture picture) {
        look(picture);
        watch();
    }

    /// Time passes, and figures may have become old.
    void onTick() {
        var before = rollout;
        happen(new Event.Passed(around.clock().instant()));
        var now = around.mesh().freshnessProperty().get().state();
        if (now != seen || !rollout.equals(before)) {
            seen = now;
            refresh();
        }
    }

    /// Whether a change of it stands, which is to be watched.
    boolean isStanding() {
        return rollout.standing().isPresent();
    }

    /// Sets the draft of the canary; the others keep their ratio to one another.
    ///
    /// @param percent 0 to 100
    public void step(int percent) {
        split.set(canary, percent);
    }

    /// The subset that the steps are for.
    public void chooseCanary(String subset) {
        canary = subset;
        refresh();
    }

    public void resetDraft() {
        split.reset();
    }

    public void guard(boolean on) {
        stepBack = on;
        watch();
    }

    /// @param limit a number; percent for errors, milliseconds for p95
    /// @return false, and nothing is changed, when it is no limit
    public boolean limit(Breach.Rail rail, String limit) {
        try {
            double value = Double.parseDouble(limit.strip().replace(',', '.'));
            rails =
                    switch (rail) {
                        case ERRORS -> rails.withMaxErrorPercent(value);
                        case P95 -> rails.withMaxP95Millis(value);
                    };
        } catch (IllegalArgumentException _) {
            return false; // not a number, or one outside of what limits can be
        }
        around.rails().keep().accept(rails);
        watch();
        return true;
    }

    /// Writes the draft as it was planned; what is dragged while that runs stays a draft.
    public void apply() {
        if (!(planned instanceof Planned.Ready(var asked, var plan, _))
                || state().footer().applyHindrance().isPresent()) {
            return;
        }
        var before = split.asked();
        saved = Optional.empty();
        happen(new Event.Ask(asked));
        refresh();
        around.away(() -> around.files().apply(plan), answer -> onWritten(before, asked, answer));
    }

    private void onWritten(TrafficSplit before, TrafficSplit asked, Result<JournalEntry> answer) {
        switch (answer) {
            case Result.Ok<JournalEntry>(var entry, _) -> {
                happen(new Event.Wrote(new Change(entry.id(), before, asked, entry.at())));
                split.ask(asked);
                undoable = Optional.of(entry.id());
            }
            case Result.Err<JournalEntry>(var problems) -> happen(new Event.NotWritten(problems));
        }
        // the mesh may have told of it before this answer came
        happen(new Event.Saw(uptake));
        plan();
        refresh();
    }

    /// Takes back, to the byte, the newest change of this object that was made from here.
    public void undo() {
        if (state().footer().undoHindrance().isPresent()) {
            return;
        }
        undoable.ifPresent(id -> {
            saved = Optional.empty();
            happen(new Event.TakeBack(id));
            refresh();
            takeBack(id);
        });
    }

    private void takeBack(int id) {
        around.away(
                () -> around.files().undo(id),
                answer -> {
                    happen(
                            switch (answer) {
                                case Result.Ok<JournalEntry> _ -> new Event.TookBack();
                                case Result.Err<JournalEntry>(var problems) ->
                                        new Event.Kept(problems);
                            });
                    tellOfStepBack();
                    readHistory();
                    plan();
                    refresh();
                });
    }

    /// A guard acts while nobody looks; what it did to real traffic is said on every screen.
    private void tellOfStepBack() {
        var name = route.service().name();
        switch (rollout) {
            case Rollout.SteppedBack(_, var because) ->
                    around.tell()
                            .accept(
                                    new Notice(
                                            Tone.DEGRADED,
                                            "Traffic of " + name + " stepped back",
                                            Words.breach(because)
                                                    + ". It divides again as before the change.",
                                            Optional.empty()));
            case Rollout.NotTakenBack(_, var because, var problems) when because.isPresent() ->
                    around.tell()
                            .accept(
                                    Notice.failed(
                                            "Traffic of " + name + " could not step back",
                                            Words.breach(because.get())
                                                    + ". "
                                                    + problems.getFirst().message()));
            default -> {}
        }
    }

    /// Saves the whole file with the draft in it somewhere else; how that ended is said in the
    /// advice.
    public void saveAs(Path target) {
        var text = state().written();
        around.away(
                () -> write(target, text),
                outcome -> {
                    saved = Optional.of(outcome);
                    refresh();
                });
    }

    private static Advice write(Path target, String text) {
        try {
            Files.writeString(target, text);
            return new Advice(Tone.HEALTHY, "Saved as " + target, "Nothing was applied.");
        } catch (IOException error) {
            return new Advice(
                    Tone.FAILING,
                    target + " cannot be written",
                    String.valueOf(error.getMessage()));
        }
    }

    private void onDraft() {
        saved = Optional.empty();
        plan();
        refresh();
    }

    private void happen(Event event) {
        rollout = rollout.next(event);
    }

    private void look(Picture picture) {
        observation =
                around.mesh().freshnessProperty().get().state() == Freshness.State.FILES
                        ? Observation.nothing("Nothing is measured here: these are files alone.")
                        : Observation.of(
                                picture, around.mesh().meshProperty().get(), route, intervals);
    }

    /// Counts, judges, and steps back where that is wanted.
    private void watch() {
        measure();
        happen(new Event.Passed(around.clock().instant()));
        happen(new Event.Counted(observed));
        boolean live = around.mesh().freshnessProperty().get().isCurrent();
        if (stepBack
                && live
                && rollout.standing().isPresent()
                && verdict() instanceof Verdict.Breached(var breaches)) {
            var before = rollout;
            happen(new Event.Broke(breaches.getFirst()));
            if (!rollout.equals(before) && rollout instanceof Rollout.TakingBack(var id, _)) {
                takeBack(id);
            }
        }
        refresh();
    }

    /// Without proxies nobody knows when a change took effect; with them it is known or not yet.
    private void measure() {
        var since = uptake.known() ? uptake.since() : Optional.of(Instant.EPOCH);
        var subsets = split.subsets();
        observed = since.map(at -> observation.since(at, subsets)).orElse(ObservedSplit.NONE);
        samples =
                since.map(at -> observation.samples(at, rails.minimumRequests(), subsets))
                        .orElse(List.of());
    }

    private Verdict verdict() {
        return rails.judge(samples, watched());
    }

    /// Those that a standing change gave more; to take from one that fails is no fault of the
    /// change. Without a change all that are to have requests.
    private SortedSet<String> watched() {
        var watched = new TreeSet<String>();
        var standing = rollout.standing();
        for (var subset : split.subsets()) {
            boolean asked = split.asked().percent(subset) > 0;
            boolean gained =
                    standing.map(one -> one.asked().percent(subset) > one.before().percent(subset))
                            .orElse(true);
            if (asked && gained) {
                watched.add(subset);
            }
        }
        return watched;
    }

    private void plan() {
        if (!split.isChanged()) {
            planned = new Planned.Nothing();
            return;
        }
        var wanted = split.draft();
        if (planned instanceof Planned.Working) {
            planned = new Planned.Working(wanted); // the one that runs starts it when it is done
            return;
        }
        planned = new Planned.Working(wanted);
        var intent = new Intent.ShiftRoute(route.ref(), route.service(), wanted);
        around.away(() -> around.files().plan(intent), plan -> onPlanned(wanted, plan));
    }

    private void onPlanned(TrafficSplit wanted, Result<Plan> plan) {
        boolean current = planned instanceof Planned.Working(var newest) && newest.equals(wanted);
        planned =
                switch (plan) {
                    case Result.Ok<Plan>(var ready, var warnings) ->
                            new Planned.Ready(wanted, ready, warnings);
                    case Result.Err<Plan>(var problems) -> new Planned.Failed(wanted, problems);
                };
        if (!current || !split.draft().equals(wanted)) {
            plan();
        }
        refresh();
    }

    private void readHistory() {
        around.away(() -> around.files().history(), this::onHistory);
    }

    private void onHistory(Result<List<JournalEntry>> history) {
        var object = route.ref().routes().toString();
        undoable =
                switch (history) {
                    case Result.Ok<List<JournalEntry>>(var entries, _) ->
                            entries.reversed().stream()
                                    .filter(entry -> !entry.undone())
                                    .filter(entry -> entry.edit().resource().equals(object))
                                    .findFirst()
                                    .filter(this::isShift)
                                    .map(JournalEntry::id);
                    case Result.Err<List<JournalEntry>> _ -> Optional.empty();
                };
        refresh();
    }

    /// Whether it is a shift among these versions, and not somebody's edit of the same object.
    private boolean isShift(JournalEntry entry) {
        var shares = Plan.shares(entry.edit().summary());
        return !shares.isEmpty() && split.subsets().containsAll(shares);
    }

    /// The one that has least of several, and the later of equal ones; where one has all, the last
    /// of the others.
    private static String likelyCanary(TrafficSplit split) {
        String least = "";
        int percent = 101;
        boolean alone = split.percentBySubset().containsValue(100);
        for (var one : split.percentBySubset().entrySet()) {
            boolean counts = alone ? one.getValue() == 0 : one.getValue() > 0;
            if (counts && one.getValue() <= percent) {
                least = one.getKey();
                percent = one.getValue();
            }
        }
        return least;
    }

    private void refresh() {
        state.set(CanaryState.of(facts()));
    }

    private Colours colours() {
        return around.colours(route);
    }

    private CanaryFacts facts() {
        return new CanaryFacts(
                route,
                colours(),
                split.asked(),
                split.draft(),
                canary,
                rollout,
                uptake,
                observation,
                observed,
                samples,
                rails,
                stepBack,
                watched(),
                verdict(),
                planned,
                undoable,
                saved,
                around.mesh().session().access(),
                around.mesh().freshnessProperty().get(),
                around.clock().instant(),
                around.zone());
    }
}
