package org.licencedesk.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.licencedesk.kernel.Wording;

/** What page beans need of Faces. */
@Named("page")
@RequestScoped
public class PageContext {

    /** As in RFC 6585; the Servlet API has no name for it. */
    private static final int TOO_MANY_REQUESTS = 429;

    /** @return the present request */
    public HttpServletRequest request() {
        return (HttpServletRequest) faces().getExternalContext().getRequest();
    }

    /** @return the answer to it */
    public HttpServletResponse response() {
        return (HttpServletResponse) faces().getExternalContext().getResponse();
    }

    /** @return the language that the page speaks */
    public Locale locale() {
        return faces().getViewRoot().getLocale();
    }

    /** Answers with the status, and nothing but the page as it is rendered then. */
    public void status(int status) {
        faces().getExternalContext().setResponseStatus(status);
    }

    /** Ends the request with the error page of the status. */
    public void fail(int status) {
        try {
            faces().getExternalContext().responseSendError(status, null);
            faces().responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers a script with nothing new: what is on screen stays as it is. */
    public void keep() {
        faces().getPartialViewContext().getRenderIds().clear();
    }

    /** Sends the browser to a local address. */
    public void redirect(String address) {
        String target = request().getContextPath() + address;
        try {
            if (faces().getPartialViewContext().isAjaxRequest()) {
                faces().getExternalContext().redirect(target);
            } else {
                Redirect.to(target, response());
                faces().responseComplete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param texts the name by which pages know the bundle
     * @return the text of the key, with the facts in it; what people wrote is isolated in its direction (R43)
     */
    public String text(String texts, String key, Object... facts) {
        return Wording.filled(texts(texts).getString(key), locale(), facts);
    }

    /** @return whether the bundle has a text of that key */
    public boolean hasText(String texts, String key) {
        return texts(texts).containsKey(key);
    }

    /** @return the bundle that pages know by the name */
    public ResourceBundle texts(String texts) {
        return faces().getApplication().getResourceBundle(faces(), texts);
    }

    /** Shows the text of the key above the form. */
    public void refuse(String texts, String key, Object... facts) {
        tell(Optional.empty(), text(texts, key, facts));
    }

    /** Answers too many attempts: 429, and above the form in how many seconds to try again. */
    public void refuseFor(long seconds) {
        status(TOO_MANY_REQUESTS);
        faces().getExternalContext().setResponseHeader("Retry-After", Long.toString(seconds));
        refuse("frameText", "tooManyAttempts", seconds);
    }

    /** Shows a text above the form. */
    public void refuse(String text) {
        tell(Optional.empty(), text);
    }

    /**
     * Shows a text at a field, and marks the field as wrong.
     *
     * @param field the field's client id, as {@code form:field}
     */
    public void refuseAt(String field, String text) {
        if (faces().getViewRoot().findComponent(field) instanceof UIInput input) {
            input.setValid(false);
        }
        tell(Optional.of(field), text);
    }

    private static void tell(Optional<String> field, String text) {
        faces().addMessage(field.orElse(null), new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }

    private static FacesContext faces() {
        return FacesContext.getCurrentInstance();
    }
}
