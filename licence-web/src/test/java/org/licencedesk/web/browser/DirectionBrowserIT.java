package org.licencedesk.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.licencedesk.web.fixture.Api;
import org.licencedesk.web.fixture.Installation;
import org.licencedesk.web.fixture.TestTenant;

/** What people call themselves turns no sentence of a page round (R43). */
class DirectionBrowserIT {

    private static final String HEBREW = "\u05D3\u05E0\u05D4";

    /** Shown as "gnp.exe" by whoever heeds the override. */
    private static final String OVERRIDE = "\u202Eexe.png";

    /** Texts in which a turning character stands beside others with nothing that isolates it. */
    private static final String LEAKS = """
            () => {
              const turning = /[\\u0590-\\u08ff\\u202a-\\u202e]/;
              const bare = (text) => {
                let depth = 0;
                return [...text].filter((c) => {
                  if (/[\\u2066-\\u2068]/.test(c)) depth++;
                  const inside = depth > 0;
                  if (c === '\\u2069' && depth > 0) depth--;
                  return !inside;
                }).join('');
              };
              const leaks = [];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const text = walk.currentNode.data;
                const inside = walk.currentNode.parentElement.closest('bdi, [dir], script, style, textarea, option');
                if (turning.test(bare(text)) && (!inside || inside === document.documentElement)) leaks.push(text.trim());
              }
              document.querySelectorAll('[aria-label], [title], [placeholder]').forEach((element) => {
                for (const name of ['aria-label', 'title', 'placeholder']) {
                  if (turning.test(bare(element.getAttribute(name) ?? ''))) leaks.push(element.getAttribute(name));
                }
              });
              if (turning.test(bare(document.title))) leaks.push(document.title);
              return leaks;
            }""";

    private final Api operator = Api.of(Installation.shared().first());

    @Test // R43
    void toasts_dialogs_ledger_and_mails_stay_in_their_direction() {
        TestTenant tenant = TestTenant.create(operator, 3);
        operator.patch(tenant.path(""), "{'name':'" + HEBREW + " 12'}");
        tenant.admin()
                .patch(
                        tenant.path("/users/" + id(tenant, "admin")),
                        "{'displayName':'" + HEBREW + " " + OVERRIDE + "'}");
        String dana = added(tenant, HEBREW, HEBREW + " \u2069" + OVERRIDE);
        String exe = added(tenant, OVERRIDE, OVERRIDE);
        try (Visit ada = Visit.ofAdmin(tenant)) {
            leaksNothing(ada, "users");
            for (String user : List.of(dana, exe)) {
                ada.open("/users/" + user);
                leaksNothing(ada, "a user");
                ada.field("Status").selectOption("Locked");
                ada.button("Change status").click();
                assertThat(ada.toast().first()).containsText("\u2069 is Locked now.");
                ada.field("User name").fill("user-" + user.substring(0, 13));
                ada.button("Save").click();
                assertThat(ada.toast().last()).containsText("\u2069 was saved.");
                leaksNothing(ada, "toasts and the history");
                ada.button("Delete this user").click();
                assertThat(ada.dialog()).isVisible();
                leaksNothing(ada, "the deletion");
            }
            ada.open("/ledger");
            leaksNothing(ada, "the ledger");
            ada.open("/ledger?user=" + dana);
            leaksNothing(ada, "the ledger of one user");
            ada.open("/ledger?name=%D7%93");
            leaksNothing(ada, "whom a name may mean");
            ada.open("/users/new");
            leaksNothing(ada, "new user");
            ada.open("/requests");
            leaksNothing(ada, "requests");
            ada.open("/account");
            leaksNothing(ada, "the account with its mails");
            ada.open("/setup/users");
            leaksNothing(ada, "the wizard");
            tenant.admin().delete(tenant.path("/users/" + dana));
            ada.open("/users/" + dana);
            leaksNothing(ada, "a deleted user");
            ada.open("/users?deleted=yes");
            leaksNothing(ada, "deleted users");
        }
        Assertions.assertThat(tenant.admin()
                        .get(tenant.path("/notices"))
                        .body()
                        .at("/items/0/subject")
                        .asText())
                .startsWith("\u2068" + HEBREW + " 12\u2069: ");
    }

    private static void leaksNothing(Visit visit, String where) {
        Assertions.assertThat((List<?>) visit.page().evaluate(LEAKS)).as(where).isEmpty();
    }

    private static String id(TestTenant tenant, String userName) {
        return tenant.admin()
                .get(tenant.path("/users?q=" + userName))
                .body()
                .at("/items/0/id")
                .asText();
    }

    private static String added(TestTenant tenant, String userName, String displayName) {
        String body = "{'userName':'" + userName + "','displayName':'" + displayName
                + "','email':'someone@test.example','status':'ACTIVE'}";
        return tenant.admin()
                .post(tenant.path("/users"), body)
                .body()
                .at("/user/id")
                .asText();
    }
}
