package io.windrose.kube;

import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.ExecConfig;
import io.fabric8.kubernetes.api.model.ExecEnvVar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The programs that sign users in. Each is told what kubectl tells it, which the client leaves
/// out, and that nobody can answer its questions here.
///
/// @see <a
///   href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins">Kubernetes:
///   credential plugins</a>
final class SignInPrograms {
    private static final String INFO = "KUBERNETES_EXEC_INFO";

    private SignInPrograms() {}

    /// @return the commands by their users; of each the first file counts
    static Map<String, String> prepare(List<Config> kubeconfigs) {
        var programs = new HashMap<String, String>();
        for (var file : kubeconfigs) {
            for (var user : file.getUsers()) {
                var program = user.getUser() == null ? null : user.getUser().getExec();
                if (program != null) {
                    tell(program);
                    programs.putIfAbsent(user.getName(), program.getCommand());
                }
            }
        }
        return programs;
    }

    private static void tell(ExecConfig program) {
        var environment =
                new ArrayList<>(
                        program.getEnv() == null ? List.<ExecEnvVar>of() : program.getEnv());
        environment.add(
                new ExecEnvVar(
                        INFO,
                        "{\"apiVersion\":\"%s\",\"kind\":\"ExecCredential\",\"spec\":{\"interactive\":false}}"
                                .formatted(program.getApiVersion())));
        program.setEnv(environment);
    }
}
