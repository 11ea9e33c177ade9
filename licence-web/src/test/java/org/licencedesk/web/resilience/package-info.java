/**
 * What holds when much happens at once or something breaks: races on two nodes, connections cut between two statements,
 * databases and servers killed.
 */
@org.jspecify.annotations.NullMarked
package org.licencedesk.web.resilience;
