package org.licencedesk.web.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.MessageFormat;

/** What the pages of this package need of Faces. */
@RequestScoped
class PageContext {

    HttpServletRequest request() {
        return (HttpServletRequest) faces().getExternalContext().getRequest();
    }

    /** Answers with the status, and nothing but the page as it is rendered then. */
    void status(int status) {
        faces().getExternalContext().setResponseStatus(status);
    }

    void header(String name, String value) {
        faces().getExternalContext().setResponseHeader(name, value);
    }

    void redirect(String address) {
        HttpServletResponse response =
                (HttpServletResponse) faces().getExternalContext().getResponse();
        Redirect.to(request().getContextPath() + address, response);
        faces().responseComplete();
    }

    /** Shows the text of the key above the form. */
    void refuse(String key, Object... facts) {
        String pattern = faces().getApplication()
                .getResourceBundle(faces(), "signInText")
                .getString(key);
        String text = new MessageFormat(pattern, faces().getViewRoot().getLocale()).format(facts);
        faces().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }

    private static FacesContext faces() {
        return FacesContext.getCurrentInstance();
    }
}
