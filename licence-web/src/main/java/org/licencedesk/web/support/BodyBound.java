package org.licencedesk.web.support;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Refuses bodies of more than 64 KiB, whether or not they say how long they are. */
@Provider
public class BodyBound implements ReaderInterceptor {

    static final int MOST = 64 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] body = context.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            throw new WebApplicationException(ProblemType.TOO_LARGE.status());
        }
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }
}
