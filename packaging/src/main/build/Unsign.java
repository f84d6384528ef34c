import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Takes the signatures off the jars of a folder and leaves everything else as it is.
///
/// Java keeps no class of a signed jar in a cache, and checks the signatures at each start instead.
/// Nobody asks for them there: the build has checked what it downloaded, and a distribution is
/// trusted as a whole.
final class Unsign {
    private static final Pattern SIGNATURE =
            Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)", Pattern.CASE_INSENSITIVE);
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private Unsign() {}

    /// @param args the folder
    public static void main(String[] args) throws IOException {
        List<Path> jars;
        try (var files = Files.list(Path.of(args[0]))) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (var jar : jars) {
            unsign(jar);
        }
    }

    private static void unsign(Path jar) throws IOException {
        var plain = jar.resolveSibling(jar.getFileName() + ".plain");
        try (var zip = new ZipFile(jar.toFile())) {
            if (zip.stream().noneMatch(Unsign::isSignature)) {
                return;
            }
            copy(zip, plain);
        }
        Files.move(plain, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void copy(ZipFile signed, Path plain) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(plain))) {
            for (var entry : signed.stream().filter(each -> !isSignature(each)).toList()) {
                var copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                out.putNextEntry(copy);
                try (var in = signed.getInputStream(entry)) {
                    if (entry.getName().equals(MANIFEST)) {
                        withoutDigests(new Manifest(in)).write(out);
                    } else {
                        in.transferTo(out);
                    }
                }
            }
        }
    }

    private static Manifest withoutDigests(Manifest manifest) {
        var entries = manifest.getEntries().values();
        entries.forEach(each -> each.keySet().removeIf(key -> isDigest(key.toString())));
        entries.removeIf(each -> each.isEmpty());
        return manifest;
    }

    private static boolean isDigest(String key) {
        return key.toUpperCase(Locale.ROOT).endsWith("-DIGEST");
    }

    private static boolean isSignature(ZipEntry entry) {
        return SIGNATURE.matcher(entry.getName()).matches();
    }
}
