package org.licencedesk.vendor.portfolio;

import java.util.List;

/**
 * One page of the systems of a portfolio.
 *
 * @param count how many systems there are on all pages
 * @param waiting how many of them have a request that waits for the account manager
 * @param page which page this is, from 1
 * @param pages how many there are, at least 1
 */
public record SystemList(List<SystemOverview> items, long count, long waiting, int page, int pages) {}
