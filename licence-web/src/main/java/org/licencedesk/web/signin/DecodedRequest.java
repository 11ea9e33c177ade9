package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request whose parameters were read by the guard, in UTF-8. Faces sets the encoding once more for whoever has a session;
 * that changes nothing any more, and servers write a warning for each page.
 */
class DecodedRequest extends HttpServletRequestWrapper {

    DecodedRequest(HttpServletRequest request) {
        super(request);
    }

    /** Ignored: the parameters are read. */
    @Override
    public void setCharacterEncoding(String encoding) {}
}
