/** The account manager's pages: the systems of the portfolio, and one of them with its reduction request. */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.systems;
