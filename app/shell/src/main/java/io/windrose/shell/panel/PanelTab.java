package io.windrose.shell.panel;

import io.windrose.workspace.story.Story;
import io.windrose.workspace.story.Subject;

/// The parts of the panel of which one is shown at a time.
public enum PanelTab {
    TRAFFIC("Traffic"),
    RESPONSES("Responses"),
    CONFIG("Config"),
    PROXIES("Proxies");

    private final String word;

    PanelTab(String word) {
        this.word = word;
    }

    /// `Config 5`; without a number where there is nothing to count.
    String title(Story story) {
        int count =
                switch (this) {
                    case TRAFFIC, RESPONSES -> 0;
                    case CONFIG ->
                            story.subject() instanceof Subject.Mesh
                                    ? story.findings().size()
                                    : story.config().size();
                    case PROXIES -> story.proxies().size();
                };
        return count == 0 ? word : word + " " + count;
    }

    /// Whether it has something to say about the subject.
    boolean concerns(Story story) {
        return switch (this) {
            case TRAFFIC -> story.subject() instanceof Subject.OfNode;
            case RESPONSES -> !story.responses().isEmpty();
            case CONFIG ->
                    !(story.subject() instanceof Subject.Mesh) || !story.findings().isEmpty();
            case PROXIES -> story.subject() instanceof Subject.OfNode || !story.proxies().isEmpty();
        };
    }
}
