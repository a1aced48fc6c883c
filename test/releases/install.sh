#!/usr/bin/env bash
#
# install.sh
#	In a chroot that has neither compiler nor headers: the packages of /exchange
#	install, work, and leave nothing when they are removed.

. "$(dirname "$0")/check.sh"

files=()
packages=()
for file in /exchange/*.deb; do
	case $file in *-dbgsym_*) continue ;; esac
	files+=("$file")
	packages+=("$(dpkg-deb -f "$file" Package)")
done

check "the package installs" apt-get install -q -y --no-install-recommends "${files[@]}"
check "and works" as_tester debian/tests/query
check "and is removed" apt-get purge -q -y "${packages[@]}"
check "and leaves nothing" sh -c '! find /usr/lib/postgresql /usr/share/postgresql -name "newsquote*" | grep .'
