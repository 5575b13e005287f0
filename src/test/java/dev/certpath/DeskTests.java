package dev.certpath;

import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All tests of the desk, as one for the build, so that one of its processes starts their sites, and not each of them. */
@Suite
@SelectPackages("dev.certpath.desk")
class DeskTests {}
