/** What a person at a browser sees and does: a real Chromium over a running installation. */
package org.licencedesk.web.browser;
