package io.windrose.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The outcome of something that a user's input can make fail: a value, or the problems that stand
/// in its way. Programming errors are not results; they are thrown.
public sealed interface Result<T> {

    /// @param warnings problems that did not prevent the value; often empty
    record Ok<T>(T value, List<Problem> warnings) implements Result<T> {
        public Ok {
            warnings = List.copyOf(warnings);
        }
    }

    /// @param problems every problem found, never empty, in the order of the input
    record Err<T>(List<Problem> problems) implements Result<T> {
        public Err {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("an error needs at least one problem");
            }
        }
    }

    static <T> Result<T> ok(T value) {
        return new Ok<>(value, List.of());
    }

    static <T> Result<T> err(Problem problem) {
        return new Err<>(List.of(problem));
    }

    /// The value with its warnings, or, when any of `problems` is an error, the problems alone.
    static <T> Result<T> of(T value, List<Problem> problems) {
        return problems.stream().anyMatch(Problem::isError)
                ? new Err<>(problems)
                : new Ok<>(value, problems);
    }

    /// All problems, whether or not they prevented the value.
    default List<Problem> problems() {
        return switch (this) {
            case Ok<T>(_, var warnings) -> warnings;
            case Err<T>(var problems) -> problems;
        };
    }

    /// What did not prevent the value; empty where there is none.
    default List<Problem> warnings() {
        return this instanceof Ok<T>(_, var warnings) ? warnings : List.of();
    }

    default <R> Result<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Ok<T>(var value, var warnings) -> new Ok<>(change.apply(value), warnings);
            case Err<T>(var problems) -> new Err<>(problems);
        };
    }

    /// The next step's outcome, with this one's warnings in front of its own.
    default <R> Result<R> then(Function<? super T, Result<R>> step) {
        return switch (this) {
            case Err<T>(var problems) -> new Err<>(problems);
            case Ok<T>(var value, var warnings) -> {
                var next = step.apply(value);
                var all = new ArrayList<>(warnings);
                all.addAll(next.problems());
                yield switch (next) {
                    case Ok<R>(var result, _) -> new Ok<>(result, all);
                    case Err<R> _ -> new Err<>(all);
                };
            }
        };
    }
}
