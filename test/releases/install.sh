#!/usr/bin/env bash
#
# install.sh
#	In a chroot that has neither compiler nor headers: the packages of /exchange
#	install, work, and leave nothing when they are removed.

. "$(dirname "$0")/check.sh"

packages=$(for file in /exchange/*.deb; do dpkg-deb -f "$file" Package; done | grep -v dbgsym)

check "the package installs" sh -c 'apt-get install -q -y --no-install-recommends $(ls /exchange/*.deb | grep -v dbgsym)'
check "and works" as_tester debian/tests/query
check "and is removed" apt-get purge -q -y $packages
check "and leaves nothing" sh -c '! find /usr/lib/postgresql /usr/share/postgresql -name "newsquote*" | grep .'
