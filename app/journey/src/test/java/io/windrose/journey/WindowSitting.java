package io.windrose.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.windrose.topology.TopologySnapshot;
import io.windrose.workspace.session.Connection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.TestReporter;

/// Somebody before the window, a mesh behind it, and the folder that the mesh follows.
record WindowSitting(Path folder, Visitor visitor) {
    /// @param home an empty folder
    /// @param load requests a second
    static WindowSitting in(Path home, double load) throws Exception {
        var folder = Files.createDirectory(home.resolve("mesh"));
        var state = Files.createDirectory(home.resolve("state"));
        return new WindowSitting(
                folder, Visitor.at(state, new Connection.Sandbox(Optional.of(folder), load)));
    }

    /// Holds the program to having had no fault of its own.
    void end(TestReporter figures) throws Exception {
        visitor.leave();
        assertThat(visitor.bugs()).isEmpty();
        visitor.stalls().forEach(stall -> figures.publishEntry("stall", stall));
    }

    Path reviews() {
        return folder.resolve("reviews.yaml");
    }

    /// The graph that the window shows; the empty one before there is any.
    TopologySnapshot graph() {
        var picture = visitor.mesh().pictureProperty().get();
        return picture.graph().value().orElse(TopologySnapshot.EMPTY);
    }
}
