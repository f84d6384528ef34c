package io.windrose.analysis.run;

import io.windrose.analysis.Changes;
import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.Notes;
import io.windrose.analysis.ObjectCheck;
import io.windrose.analysis.Reads;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What a check says of a mesh.
sealed interface Answer {

    /// In any order; the same one may be there twice.
    Stream<Finding> findings();

    /// The kinds that were read for all of them.
    Set<String> kinds(Mesh mesh);

    /// What the same check says of the mesh after some changes.
    Answer after(Changes changes);

    static Answer of(Check check, Mesh mesh) {
        if (check instanceof ObjectCheck one) {
            var byObject = new HashMap<MeshObject, Said>();
            var asker = new Asker(one, mesh);
            one.asks().forEach(kind -> mesh.all(kind).forEach(it -> asker.ask(it, byObject)));
            return new ByObject(one, byObject);
        }
        var notes = new Notes();
        var found = new LinkedHashSet<Finding>();
        check.run(mesh.noting(notes), found::add);
        return new Whole(check, new Said(List.copyOf(found), notes.take()));
    }

    /// @param reads of the mesh, for it
    record Said(List<Finding> all, Reads reads) {}

    record Whole(Check check, Said said) implements Answer {
        @Override
        public Stream<Finding> findings() {
            return said.all().stream();
        }

        @Override
        public Set<String> kinds(Mesh mesh) {
            return Reads.kinds(List.of(said.reads()), mesh);
        }

        @Override
        public Answer after(Changes changes) {
            return changes.concern(said.reads()) ? of(check, changes.after()) : this;
        }
    }

    /// @param byObject what is said when an object is asked; without those where that is nothing,
    ///   whatever else there is
    record ByObject(ObjectCheck check, Map<MeshObject, Said> byObject) implements Answer {
        @Override
        public Stream<Finding> findings() {
            return byObject.values().stream().flatMap(said -> said.all().stream());
        }

        @Override
        public Set<String> kinds(Mesh mesh) {
            var kinds = Reads.kinds(byObject.values().stream().map(Said::reads).toList(), mesh);
            kinds.addAll(check.asks());
            return kinds;
        }

        @Override
        public Answer after(Changes changes) {
            var again = new LinkedHashSet<MeshObject>();
            byObject.forEach((object, said) -> {
                if (changes.concern(said.reads())) {
                    again.add(object);
                }
            });
            if (again.isEmpty() && !changes.concern(check.asks())) {
                return this;
            }
            var next = new HashMap<>(byObject);
            again.forEach(next::remove);
            for (var kind : check.asks()) {
                changes.gone(kind).forEach(next::remove);
                again.removeAll(changes.gone(kind));
                again.addAll(changes.come(kind));
            }
            var asker = new Asker(check, changes.after());
            again.forEach(object -> asker.ask(object, next));
            return new ByObject(check, next);
        }
    }

    /// Asks one object after the other, and notes what each of them makes read.
    final class Asker {
        private final ObjectCheck check;
        private final Notes notes = new Notes();
        private final Mesh mesh;

        Asker(ObjectCheck check, Mesh mesh) {
            this.check = check;
            this.mesh = mesh.noting(notes);
        }

        void ask(MeshObject object, Map<MeshObject, Said> byObject) {
            var found = new LinkedHashSet<Finding>();
            check.ask(mesh, object, found::add);
            var reads = notes.take();
            if (!found.isEmpty() || !reads.areNothing()) {
                byObject.put(object, new Said(List.copyOf(found), reads));
            }
        }
    }
}
