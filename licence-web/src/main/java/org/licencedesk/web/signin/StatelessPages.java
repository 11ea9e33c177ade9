package org.licencedesk.web.signin;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.Optional;
import org.omnifaces.util.Faces;

/**
 * Keeps Faces from opening a session for pages that anybody can ask for. It says so before the page is built, because
 * PrimeFaces asks for its state that early.
 */
public class StatelessPages implements PhaseListener {

    static final String STATE = "stateless";

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        Optional.ofNullable(event.getFacesContext().getViewRoot())
                .filter(StatelessPages::isOpen)
                .ifPresent(view -> view.setTransient(true));
    }

    private static boolean isOpen(UIViewRoot view) {
        return view.getViewId().startsWith("/WEB-INF/pages/")
                || new RequestPath(RequestPath.ofFile(view.getViewId()).text() + rest()).isOpenPage();
    }

    /** What follows the address of the page's file: the steps of the Setup Wizard are not open to all, its beginning is. */
    private static String rest() {
        return Optional.ofNullable(Faces.getRequestPathInfo()).orElse("");
    }
}
