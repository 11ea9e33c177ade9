package org.licencedesk.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import org.licencedesk.web.page.PageContext;

/** What the error page says of a request that could not be answered. It asks nobody: the database may be away. */
@Named
@RequestScoped
public class ErrorPage {

    private static final String TEXTS = "signInText";

    @Inject
    private PageContext page;

    /** @return the status of the answer, or blank */
    public String getStatus() {
        Object status = page.request().getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status == null ? "" : status.toString();
    }

    /** @return what happened, in short */
    public String getTitle() {
        return text("title");
    }

    /** @return what happened, and what to do */
    public String getText() {
        return text("text");
    }

    private String text(String part) {
        String own = "failure." + getStatus() + "." + part;
        return page.text(TEXTS, page.hasText(TEXTS, own) ? own : "failure." + part);
    }
}
