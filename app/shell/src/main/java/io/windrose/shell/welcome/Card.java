package io.windrose.shell.welcome;

import io.windrose.icons.Icon;

/// The four places where a mesh may be, in the order of their keys 1 to 4.
public enum Card {
    SANDBOX(
            "1",
            Icon.PLAY_CIRCLE,
            "Sandbox mesh",
            "A whole mesh on this computer: control plane, proxies, Bookinfo and load. Nothing to"
                    + " install."),
    CLUSTER(
            "2",
            Icon.CLOUD,
            "Kubernetes cluster",
            "Contexts from your kubeconfig. Windrose starts reading and writes nothing until you"
                    + " apply."),
    FOLDER(
            "3",
            Icon.FOLDER,
            "Folder of YAML",
            "Check and edit a Git folder without a cluster: plain YAML, or what Helm and Kustomize"
                    + " render."),
    RECORDING(
            "4",
            Icon.FILM,
            "Recording",
            "Play back what happened: graph, config and metrics of an incident, second by second.");

    /// Why a cluster is only listed.
    static final String CLUSTER_LATER = "Connecting to clusters comes with a later version";

    /// Why there is nothing to play back.
    static final String RECORDING_LATER = "Recordings come with a later version";

    private final String key;
    private final Icon icon;
    private final String title;
    private final String text;

    Card(String key, Icon icon, String title, String text) {
        this.key = key;
        this.icon = icon;
        this.title = title;
        this.text = text;
    }

    /// What to press to choose it.
    public String key() {
        return key;
    }

    public Icon icon() {
        return icon;
    }

    public String title() {
        return title;
    }

    String text() {
        return text;
    }
}
