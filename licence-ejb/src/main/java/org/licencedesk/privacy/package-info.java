/** What is kept about one person, gathered from everywhere for that person (R22). */
@org.jspecify.annotations.NullMarked
package org.licencedesk.privacy;
