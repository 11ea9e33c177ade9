package org.licencedesk.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/**
 * A request as a browser made it: below the path of the public address, which a proxy has taken off. Whatever writes an
 * address by the path of the context, Faces included, then writes one that the proxy knows.
 */
final class PublicRequest extends HttpServletRequestWrapper {

    private final String publicPath;

    /** @param publicPath without a slash at its end */
    PublicRequest(HttpServletRequest request, String publicPath) {
        super(request);
        this.publicPath = publicPath;
    }

    @Override
    public String getContextPath() {
        return publicPath;
    }

    @Override
    public String getRequestURI() {
        return publicPath
                + super.getRequestURI().substring(super.getContextPath().length());
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer url = super.getRequestURL();
        url.setLength(url.length() - super.getRequestURI().length());
        return url.append(getRequestURI());
    }
}
