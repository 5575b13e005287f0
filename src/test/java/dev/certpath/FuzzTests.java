package dev.certpath;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;

/** The requests made up at random, under a name that lets the build start with them: they take long. */
@Suite
@IncludeEngines("junit-jupiter")
@SelectClasses(names = "dev.certpath.site.FuzzTest")
class FuzzTests {}
