package io.windrose.prometheus;

import io.windrose.kernel.Place;
import io.windrose.kernel.Problem;
import io.windrose.kernel.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// One request and its bounded answer; whatever goes wrong becomes one problem that says what,
/// where and what was expected.
final class Conversation {
    private static final int SHOWN_CHARACTERS = 80;

    private final OkHttpClient client;
    private final Limits limits;
    private final String expected;

    /// @param expected what a right answer would be, for messages
    Conversation(Limits limits, String expected) {
        this.client = limits.client();
        this.limits = limits;
        this.expected = expected;
    }

    /// @param contentType lower case, without parameters; empty when the server gave none
    record Answer(int status, String contentType, String text) {
        boolean isHtml() {
            return contentType.contains("html") || text.strip().startsWith("<");
        }
    }

    Result<Answer> ask(Request request) {
        var where = new Address(request.url()).shown();
        try (Response response = client.newCall(request).execute()) {
            var type = response.header("Content-Type", "");
            var body = read(response.body().byteStream());
            if (body.length > limits.maxBytes()) {
                return problem(
                        "MESH1504",
                        where,
                        "answered with more than " + size(limits.maxBytes()) + " and was cut off");
            }
            return Result.ok(
                    new Answer(
                            response.code(),
                            type == null
                                    ? ""
                                    : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                            new String(body, StandardCharsets.UTF_8)));
        } catch (InterruptedIOException late) {
            return problem(
                    "MESH1502",
                    where,
                    "did not answer within " + limits.whole().toMillis() / 1000.0 + " s");
        } catch (UnknownHostException unknown) {
            return problem("MESH1501", where, "cannot be reached: its host name is not known");
        } catch (ConnectException refused) {
            return problem("MESH1501", where, "cannot be reached: the connection was refused");
        } catch (IOException broken) {
            return problem("MESH1501", where, "broke off: " + broken.getMessage());
        }
    }

    /// Calls that are under way end as broken off.
    void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    /// @param what a predicate to the URL: "answered 500"
    <T> Result<T> problem(String code, String where, String what) {
        return Result.err(
                Problem.error(code, Place.NOWHERE, where + " " + what + "; expected " + expected));
    }

    /// The beginning of an answer, on one line, for messages.
    static String start(String body) {
        var line = body.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
        return line.length() <= SHOWN_CHARACTERS
                ? line
                : line.substring(0, SHOWN_CHARACTERS) + "...";
    }

    /// At most one byte more than is allowed.
    private byte[] read(InputStream body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var chunk = new byte[64 << 10];
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
            bytes.write(chunk, 0, n);
            if (bytes.size() > limits.maxBytes()) {
                break;
            }
        }
        return bytes.toByteArray();
    }

    private static String size(long bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : bytes + " bytes";
    }
}
