/** What every page needs of Faces, of the browser's language and of its looks. */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.page;
