#!/usr/bin/env bash
#
# package.sh
#	In a chroot: "make deb" builds the packages, which go to /exchange, and what
#	they install passes "make installcheck".

. "$(dirname "$0")/check.sh"

# postgresql-all serves the tests of the build, which are made below.
check "make deb" as_tester make deb DEB_OPTIONS=-d DEB_BUILD_OPTIONS=nocheck DEB_BUILD_PROFILES=nocheck
cp dist/*.deb /exchange/

installed() { apt-get install -q -y --no-install-recommends "$PWD"/dist/*.deb; }
check "the packages install beside the headers" installed
check "make installcheck" as_tester debian/tests/installcheck
