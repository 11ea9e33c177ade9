package org.licencedesk.web.users;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.licencedesk.kernel.UserId;
import org.licencedesk.seats.change.Selection;

/** The users who are marked in the list, on whatever page of it, or all that match. */
@Named
@ViewScoped
public class MarkedUsers implements Serializable {

    @Inject
    private UsersPage list;

    private String marked = "";

    private boolean matching;

    Selection selection() {
        return matching ? new Selection.AllThatMatch(list.address().filter()) : new Selection.Ticked(ids());
    }

    private Set<UserId> ids() {
        return Arrays.stream(marked.split(",", -1))
                .flatMap(text -> UserId.parse(text).stream())
                .collect(Collectors.toSet());
    }

    /** @return the identities of the users who are marked, with commas between them */
    public String getMarked() {
        return marked;
    }

    /** Sets the identities of the users who are marked. */
    public void setMarked(String ids) {
        marked = ids;
    }

    /** @return whether all that match are meant */
    public boolean isMatching() {
        return matching;
    }

    /** Sets whether all that match are meant. */
    public void setMatching(boolean all) {
        matching = all;
    }
}
