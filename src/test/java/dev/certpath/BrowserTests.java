package dev.certpath;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * All tests in a browser, as one for the build, whose processes take it like any other class: a browser keeps two
 * processors busy, and two browsers at once were seen to take longer than one after the other.
 */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("dev.certpath.browser")
class BrowserTests {}
