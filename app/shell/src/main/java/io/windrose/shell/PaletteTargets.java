package io.windrose.shell;

import io.windrose.icons.Icon;
import io.windrose.shell.frame.Command;
import io.windrose.shell.frame.Commands;
import io.windrose.shell.frame.LiveMesh;
import io.windrose.shell.palette.Target;
import io.windrose.shell.theme.Tone;
import io.windrose.workspace.story.Catalogue;
import io.windrose.workspace.story.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything that can be done or opened at this moment.
final class PaletteTargets {
    private PaletteTargets() {}

    /// @param open shows what was found on the screen where it belongs
    static List<Target> of(
            Commands commands, Optional<LiveMesh> live, Consumer<Found.Target> open) {
        var targets = new ArrayList<Target>();
        live.ifPresent(mesh ->
                Catalogue.of(mesh.pictureProperty().get(), mesh.meshProperty().get())
                        .forEach(found -> targets.add(target(found, open))));
        commands.all().stream()
                .filter(command -> !command.id().equals("palette") && !command.keys().equals("Esc"))
                .forEach(command -> targets.add(target(commands, command)));
        return targets;
    }

    private static Target target(Found found, Consumer<Found.Target> open) {
        var where = found.namespace().isEmpty() ? "" : ", " + found.namespace();
        var tone = Tone.of(found.health());
        return new Target(
                Target.Group.GO,
                icon(found),
                found.title(),
                found.kind() + where,
                tone == Tone.FAILING || tone == Tone.DEGRADED
                        ? Optional.of(tone)
                        : Optional.empty(),
                "",
                Optional.empty(),
                () -> open.accept(found.target()));
    }

    private static Target target(Commands commands, Command command) {
        return new Target(
                command.group() == Command.Group.GO ? Target.Group.GO : Target.Group.DO,
                command.icon(),
                command.title(),
                command.group() == Command.Group.GO ? "screen" : "",
                Optional.empty(),
                command.keys(),
                command.hindrance().get(),
                () -> commands.run(command));
    }

    private static Icon icon(Found found) {
        return switch (found.kind()) {
            case "service", "Service", "ServiceEntry" -> Icon.SERVICE;
            case "VirtualService", "HTTPRoute", "GRPCRoute" -> Icon.ROUTE;
            case "DestinationRule" -> Icon.TARGET;
            case "Gateway" -> Icon.GATEWAY;
            case "PeerAuthentication" -> Icon.LOCK;
            case "AuthorizationPolicy", "RequestAuthentication" -> Icon.SECURITY;
            default -> found.target() instanceof Found.Target.Shown ? Icon.WORKLOAD : Icon.FILE;
        };
    }
}
