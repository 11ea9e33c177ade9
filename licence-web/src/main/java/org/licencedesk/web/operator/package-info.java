/** The pages by which the vendor's operators run the installation: terms, account managers, operators, new systems. */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.operator;
