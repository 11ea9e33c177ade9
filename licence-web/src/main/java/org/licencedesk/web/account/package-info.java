/** What a system holds, what it costs, and who is told of it: {@code /account} and the pages below it. */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.account;
