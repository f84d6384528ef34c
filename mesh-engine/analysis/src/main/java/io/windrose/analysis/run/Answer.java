package io.windrose.analysis.run;

import io.windrose.analysis.Check;
import io.windrose.analysis.Finding;
import io.windrose.analysis.Mesh;
import io.windrose.analysis.MeshObject;
import io.windrose.analysis.ObjectCheck;
import io.windrose.analysis.Reads;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a check says of a mesh.
sealed interface Answer {

    /// In any order; the same one may be there twice.
    Stream<Finding> findings();

    /// What was read of the mesh for all of them.
    Reads reads();

    /// What the same check says of the mesh after some changes.
    Answer after(Check check, Mesh mesh, Changes changes);

    static Answer of(Check check, Mesh mesh) {
        var reads = Reads.nothing();
        var noted = mesh.noting(reads);
        if (check instanceof ObjectCheck one) {
            var byObject = new HashMap<MeshObject, List<Finding>>();
            var question = one.of(noted);
            one.asks().forEach(kind -> ByObject.ask(question, mesh.all(kind), byObject));
            return new ByObject(byObject, reads);
        }
        var found = new LinkedHashSet<Finding>();
        check.run(noted, found::add);
        return new Whole(List.copyOf(found), reads);
    }

    record Whole(List<Finding> all, Reads reads) implements Answer {
        @Override
        public Stream<Finding> findings() {
            return all.stream();
        }

        @Override
        public Answer after(Check check, Mesh mesh, Changes changes) {
            return reads.isOtherIn(mesh, changes.kinds()) ? of(check, mesh) : this;
        }
    }

    /// @param byObject what is said when an object is asked; without those where that is nothing
    record ByObject(Map<MeshObject, List<Finding>> byObject, Reads reads) implements Answer {
        @Override
        public Stream<Finding> findings() {
            return byObject.values().stream().flatMap(List::stream);
        }

        @Override
        public Answer after(Check check, Mesh mesh, Changes changes) {
            if (!(check instanceof ObjectCheck one) || reads.isOtherIn(mesh, changes.kinds())) {
                return of(check, mesh);
            }
            if (Collections.disjoint(one.asks(), changes.kinds())) {
                return this;
            }
            var next = new HashMap<>(byObject);
            var more = reads.copy();
            var question = one.of(mesh.noting(more));
            for (var kind : one.asks()) {
                changes.gone(kind).forEach(next::remove);
                ask(question, changes.come(kind), next);
            }
            return new ByObject(next, more);
        }

        static void ask(
                ObjectCheck.Question question,
                Iterable<MeshObject> objects,
                Map<MeshObject, List<Finding>> byObject) {
            for (var object : objects) {
                var found = new LinkedHashSet<Finding>();
                question.ask(object, found::add);
                if (!found.isEmpty()) {
                    byObject.put(object, List.copyOf(found));
                }
            }
        }
    }
}
