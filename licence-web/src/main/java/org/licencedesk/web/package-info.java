/**
 * The doors over the rules: the API and the pages. They translate, and never decide.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web;
