package io.windrose.cli;

import io.windrose.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The three streams of the command line: what scripts read goes to `out`, what people read besides
/// goes to `err`.
public record Console(InputStream in, PrintStream out, PrintStream err) {

    /// The streams of this process, in UTF-8 whatever the platform's own encoding is.
    public static Console ofProcess() {
        return new Console(
                System.in,
                new PrintStream(
                        new java.io.FileOutputStream(java.io.FileDescriptor.out),
                        false,
                        StandardCharsets.UTF_8),
                new PrintStream(
                        new java.io.FileOutputStream(java.io.FileDescriptor.err),
                        true,
                        StandardCharsets.UTF_8));
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }

    /// Prints text that ends in a line break of its own or needs one, and hands it to the reader
    /// now.
    public void print(String text) {
        out.print(text);
        if (!text.endsWith("\n")) {
            out.print('\n');
        }
        out.flush();
    }

    /// Bytes as they are, such as a picture.
    void write(byte[] bytes) {
        out.writeBytes(bytes);
        out.flush();
    }

    public void say(String message) {
        err.println("windrose: " + message);
    }

    /// One line for each problem, on `err`.
    public void report(List<Problem> problems) {
        problems.forEach(
                problem -> say((problem.isError() ? "error: " : "warning: ") + problem.toString()));
    }

    String readAll() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
