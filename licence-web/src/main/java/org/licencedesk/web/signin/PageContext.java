package org.licencedesk.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.MessageFormat;

/** What plain pages need of Faces. */
@RequestScoped
public class PageContext {

    /** @return the present request */
    public HttpServletRequest request() {
        return (HttpServletRequest) faces().getExternalContext().getRequest();
    }

    /** Answers with the status, and nothing but the page as it is rendered then. */
    public void status(int status) {
        faces().getExternalContext().setResponseStatus(status);
    }

    /** Sets a header of the answer. */
    public void header(String name, String value) {
        faces().getExternalContext().setResponseHeader(name, value);
    }

    /** Sends the browser to a local address. */
    public void redirect(String address) {
        HttpServletResponse response =
                (HttpServletResponse) faces().getExternalContext().getResponse();
        Redirect.to(request().getContextPath() + address, response);
        faces().responseComplete();
    }

    /** Shows the text of the key above the form. */
    void refuse(String key, Object... facts) {
        refuseWith("signInText", key, facts);
    }

    /**
     * Shows a text above the form.
     *
     * @param texts the name by which pages know the bundle
     */
    public void refuseWith(String texts, String key, Object... facts) {
        String pattern =
                faces().getApplication().getResourceBundle(faces(), texts).getString(key);
        String text = new MessageFormat(pattern, faces().getViewRoot().getLocale()).format(facts);
        faces().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }

    private static FacesContext faces() {
        return FacesContext.getCurrentInstance();
    }
}
