package io.windrose.proxy.xds;

import com.google.rpc.Status;
import io.grpc.Status.Code;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.StreamObserver;
import io.windrose.kernel.Owner;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A bidirectional call whose responses are handed to an owner one by one: the next is read only
/// when the last has been dealt with.
///
/// @param <Q> request
/// @param <S> response
final class GrpcStream<Q, S> implements ClientResponseObserver<Q, S> {
    private final Owner owner;
    private final Consumer<S> responses;
    private final Consumer<String> end;
    private @Nullable ClientCallStreamObserver<Q> call;
    private boolean over;

    private GrpcStream(Owner owner, Consumer<S> responses, Consumer<String> end) {
        this.owner = owner;
        this.responses = responses;
        this.end = end;
    }

    /// @param method of a stub whose calls run on any executor
    /// @param end told once, on the owner, why the call is over, unless we closed it
    static <Q, S> GrpcStream<Q, S> open(
            Function<StreamObserver<S>, StreamObserver<Q>> method,
            Owner owner,
            Consumer<S> responses,
            Consumer<String> end) {
        var stream = new GrpcStream<Q, S>(owner, responses, end);
        var _ = method.apply(stream);
        return stream;
    }

    /// The error detail of a refused response.
    static Status refusal(String message) {
        return Status.newBuilder()
                .setCode(Code.INVALID_ARGUMENT.value())
                .setMessage(message)
                .build();
    }

    void send(Q request) {
        if (!over && call != null) {
            call.onNext(request);
        }
    }

    void close() {
        if (!over && call != null) {
            over = true;
            call.cancel("closed by the proxy", null);
        }
    }

    @Override
    public void beforeStart(ClientCallStreamObserver<Q> started) {
        started.disableAutoRequestWithInitial(1);
        call = started;
    }

    @Override
    public void onNext(S response) {
        owner.execute(() -> {
            if (!over) {
                responses.accept(response);
                requestNext();
            }
        });
    }

    @Override
    public void onError(Throwable failure) {
        var status = io.grpc.Status.fromThrowable(failure);
        var text = status.getDescription();
        onEnd(status.getCode() + (text == null ? "" : ": " + text));
    }

    @Override
    public void onCompleted() {
        onEnd("the control plane ended the stream");
    }

    private void onEnd(String reason) {
        owner.execute(() -> {
            if (!over) {
                over = true;
                end.accept(reason);
            }
        });
    }

    private void requestNext() {
        if (!over && call != null) {
            call.request(1);
        }
    }
}
