#!/usr/bin/env bash
#
# package.sh
#	In a chroot: "make deb" builds the packages, which go to /exchange.

. "$(dirname "$0")/check.sh"

# postgresql-all is there for tests, which another script makes.
check "make deb" as_tester make deb DEB_OPTIONS=-d DEB_BUILD_OPTIONS=nocheck DEB_BUILD_PROFILES=nocheck
cp dist/*.deb /exchange/
