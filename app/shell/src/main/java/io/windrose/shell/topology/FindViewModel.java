package io.windrose.shell.topology;

import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.topology.Query.Mode;
import io.windrose.topology.find.Expression;
import io.windrose.workspace.session.GraphQuestion;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The field in which expressions are typed: what it says, what is wrong with it, what is applied.
///
/// Confined to the JavaFX thread in the program, to the calling thread in tests.
public final class FindViewModel {
    private static final int REMEMBERED = 8;

    private final LiveMesh mesh;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Mode> mode = new ReadOnlyObjectWrapper<>(Mode.FIND);
    private final ReadOnlyObjectWrapper<List<Query>> history =
            new ReadOnlyObjectWrapper<>(List.of());

    FindViewModel(LiveMesh mesh) {
        this.mesh = mesh;
        text.set(mesh.questionProperty().get().find());
    }

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// Why what is typed is no expression; empty when it is one.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Mode> modeProperty() {
        return mode.getReadOnlyProperty();
    }

    /// What was applied before, newest first.
    public ReadOnlyObjectProperty<List<Query>> historyProperty() {
        return history.getReadOnlyProperty();
    }

    public void type(String typed) {
        text.set(typed);
        problem.set(typed.isBlank() ? "" : problem(typed));
    }

    /// Goes on with what is applied in the other mode.
    public void use(Mode next) {
        if (next != mode.get()) {
            mode.set(next);
            type(applied(next));
        }
    }

    public void use(Query query) {
        mode.set(query.mode());
        type(query.text());
        apply();
    }

    /// Asks for what is typed; an expression that cannot be read stays in the field.
    public void apply() {
        if (problem.get().isEmpty()) {
            var query = new Query(mode.get(), text.get().strip());
            remember(query);
            mesh.ask(question -> with(question, query));
        }
    }

    public void clear(Mode which) {
        mesh.ask(question -> with(question, new Query(which, "")));
        if (which == mode.get()) {
            type("");
        }
    }

    /// Says what is hidden, when that was asked elsewhere.
    void followHide() {
        if (mode.get() == Mode.HIDE) {
            type(applied(Mode.HIDE));
        }
    }

    private String applied(Mode which) {
        var question = mesh.questionProperty().get();
        return switch (which) {
            case FIND -> question.find();
            case HIDE -> question.hide();
        };
    }

    private void remember(Query query) {
        if (!query.text().isEmpty()) {
            var next = new ArrayList<>(history.get());
            next.remove(query);
            next.addFirst(query);
            history.set(List.copyOf(next.subList(0, Math.min(REMEMBERED, next.size()))));
        }
    }

    private static String problem(String typed) {
        return switch (Expression.parse(typed)) {
            case Result.Ok<Expression> _ -> "";
            case Result.Err<Expression>(List<Problem> problems) -> problems.getFirst().message();
        };
    }

    private static GraphQuestion with(GraphQuestion question, Query query) {
        return switch (query.mode()) {
            case FIND -> question.withFind(query.text());
            case HIDE -> question.withHide(query.text());
        };
    }
}
