package io.windrose.shell.welcome;

import io.windrose.icons.Icon;
import io.windrose.shell.theme.Tone;
import io.windrose.workspace.session.Connection;
import java.util.List;

/// What the welcome screen knows about this computer.
///
/// @param contexts of the kubeconfig files, in their order
/// @param contextsProblem what is wrong with the kubeconfig files; empty when nothing is
/// @param recents newest first
public record WelcomeFacts(
        List<ContextRow> contexts, String contextsProblem, List<RecentRow> recents) {
    public static final WelcomeFacts NONE = new WelcomeFacts(List.of(), "", List.of());

    /// @param detail the cluster's address, for people
    public record ContextRow(String name, String detail, boolean current) {}

    /// @param icon says what kind it is, as `kind` does for whoever cannot see it
    /// @param detail what was seen there, or why it cannot be opened
    /// @param when `today 13:40`, `yesterday`
    /// @param there whether it can still be opened
    public record RecentRow(
            Connection connection,
            Icon icon,
            String kind,
            String title,
            String detail,
            String when,
            boolean there) {

        public RecentRow withDetail(String other) {
            return new RecentRow(connection, icon, kind, title, other, when, there);
        }
    }

    /// One thing that was looked at before connecting.
    public record Check(Tone tone, String title, String detail) {}

    public WelcomeFacts {
        contexts = List.copyOf(contexts);
        recents = List.copyOf(recents);
    }
}
