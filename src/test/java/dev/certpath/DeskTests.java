package dev.certpath;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests of the desk, as one for the build, so that one of its processes starts their sites, and not each of them. */
@Suite
@IncludeEngines("junit-jupiter")
@SelectPackages("dev.certpath.desk")
class DeskTests {}
