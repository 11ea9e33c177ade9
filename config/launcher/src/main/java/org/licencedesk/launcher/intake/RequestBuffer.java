package org.licencedesk.launcher.intake;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpEvents.IncomingHttpUpgradeEvent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.threadpool.GrizzlyExecutorService;
import org.glassfish.grizzly.threadpool.ThreadPoolConfig;

/**
 * Keeps what has arrived of a body until it is whole, or larger than any that the product takes, and then lets a worker
 * answer the request. Questions for the node's readiness have workers of their own, so that they are answered when all
 * others are busy.
 */
final class RequestBuffer extends BaseFilter {

    /** One byte more than the product's bound: what is larger still meets the product's own refusal. */
    static final int LARGEST = 64 * 1024 + 1;

    private static final int READINESS_WORKERS = 2;

    private static final int READINESS_QUEUE = 100;

    private final Attribute<Boolean> passed =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("licence.request.passed");

    private final ExecutorService readiness = GrizzlyExecutorService.createInstance(ThreadPoolConfig.defaultConfig()
            .copy()
            .setPoolName("readiness")
            .setCorePoolSize(READINESS_WORKERS)
            .setMaxPoolSize(READINESS_WORKERS)
            .setQueueLimit(READINESS_QUEUE)
            .setDaemon(true));

    private final PendingRequests pending;

    private final Answers answers;

    RequestBuffer(PendingRequests pending, Answers answers) {
        this.pending = pending;
        this.answers = answers;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        if (!(context.getMessage() instanceof HttpContent content)
                || !(content.getHttpHeader() instanceof HttpRequestPacket request)
                || HttpContent.isBroken(content)) {
            return context.getInvokeAction();
        }
        Connection<?> connection = context.getConnection();
        if (passed.isSet(request)) {
            pending.settled(connection);
            return answer(request, context);
        }
        boolean begun = pending.hasBody(connection);
        if (content.isLast() && !begun) {
            pending.settled(connection);
            return answer(request, context);
        }
        if (!begun) {
            sendContinue(request, context);
        }
        int length = pending.keep(connection, content.getContent());
        boolean last = content.isLast();
        content.recycle();
        if (!last && length < LARGEST) {
            return context.getStopAction();
        }
        byte[] body = pending.settled(connection);
        context.setMessage(HttpContent.builder(request)
                .content(Buffers.wrap(context.getMemoryManager(), body))
                .last(last)
                .build());
        passed.set(request, true);
        return answer(request, context);
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        answers.end(context.getConnection());
        return context.getInvokeAction();
    }

    /** No other protocol is spoken here: a request that would change to one is a request like any other. */
    @Override
    public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) {
        if (event instanceof IncomingHttpUpgradeEvent upgrade) {
            upgrade.getHttpHeader().setIgnoreContentModifiers(false);
            upgrade.getHttpHeader().getUpgradeDC().recycle();
            return context.getStopAction();
        }
        return context.getInvokeAction();
    }

    /** Whoever sends its body only when told to is told now: the product would not be asked before the body is there. */
    private static void sendContinue(HttpRequestPacket request, FilterChainContext context) {
        if (request.requiresAcknowledgement()) {
            HttpResponsePacket response = request.getResponse();
            response.setStatus(HttpStatus.getHttpStatus(100));
            response.setAcknowledgement(true);
            context.write(response);
            response.setStatus(HttpStatus.OK_200);
        }
    }

    private NextAction answer(HttpRequestPacket request, FilterChainContext context) {
        if (context.getTransportContext().isBlocking()) {
            return context.getInvokeAction();
        }
        Executor workers = isForReadiness(request.getRequestURI())
                ? readiness
                : context.getConnection().getTransport().getWorkerThreadPool();
        answers.begin(context);
        context.suspend();
        try {
            workers.execute(() -> context.resume(context.getInvokeAction()));
        } catch (RejectedExecutionException full) {
            context.getConnection().closeSilently();
            context.resume(context.getStopAction());
        }
        return context.getSuspendAction();
    }

    private static boolean isForReadiness(String path) {
        return path.equals("/ready") || path.startsWith("/health");
    }
}
