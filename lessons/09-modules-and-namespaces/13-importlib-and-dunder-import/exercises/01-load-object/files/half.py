"""A module which needs something that is not there."""
import a_package_that_is_missing
