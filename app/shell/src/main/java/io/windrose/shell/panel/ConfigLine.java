package io.windrose.shell.panel;

import io.windrose.icons.Icon;
import io.windrose.kernel.Place;
import io.windrose.shell.theme.IconView;
import io.windrose.topology.Health;
import io.windrose.workspace.story.ConfigRow;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A piece of configuration and why it applies; pressed, it opens the file at its line.
final class ConfigLine extends PressRow {
    private final Slot<Icon> icon =
            new Slot<>(shape -> new IconView(shape, IconView.NORMAL, "wr-text-2"));
    private final Label kind = RowParts.whole("wr-strong", "row-name");
    private final Label name = RowParts.shrinking("row-name");
    private final Label why = RowParts.shrinking("row-why");
    private final Slot<Health.Status> sign = RowParts.sign();
    private final Tooltip tip = new Tooltip();

    ConfigLine() {
        getStyleClass().add("tall");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        var title = new HBox(kind, name);
        title.getStyleClass().add("row-top");
        var words = new VBox(title, why);
        words.getStyleClass().add("row-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren()
                .addAll(
                        icon,
                        words,
                        sign,
                        new IconView(Icon.CHEVRON_RIGHT, IconView.SMALL, "wr-text-3"));
        Tooltip.install(this, tip);
    }

    void show(ConfigRow row, Consumer<Place> open) {
        var id = row.resource();
        icon.show(icon(id.kind().kindName()));
        kind.setText(id.kind().kindName());
        name.setText(id.name().name());
        var reason = row.problem().isEmpty() ? row.why() : row.problem();
        why.setText(reason);
        sign.show(row.status());
        tip.setText(row.problem().isEmpty() ? row.why() : row.why() + "\n" + row.problem());
        setAccessibleText(id + ", " + reason + ", " + row.place());
        setOnPress(() -> open.accept(row.place()));
    }

    private static Icon icon(String kind) {
        return switch (kind) {
            case "VirtualService", "HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute" -> Icon.ROUTE;
            case "DestinationRule" -> Icon.TARGET;
            case "PeerAuthentication" -> Icon.LOCK;
            case "AuthorizationPolicy", "RequestAuthentication" -> Icon.SECURITY;
            case "Gateway" -> Icon.GATEWAY;
            case "ServiceEntry" -> Icon.CLOUD;
            case "Sidecar", "ProxyConfig" -> Icon.PROXY;
            case "EnvoyFilter", "WasmPlugin" -> Icon.BOLT;
            case "Service" -> Icon.SERVICE;
            default -> Icon.FILE;
        };
    }
}
