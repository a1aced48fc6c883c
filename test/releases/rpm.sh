#!/usr/bin/env bash
#
# rpm.sh VERSION
#	In a chroot with Debian's rpmbuild: packaging/newsquote.spec builds of the archive, for a PostgreSQL
#	that says of itself that it is where PGDG's packages put it, and what is in the package passes "make installcheck".

. "$(dirname "$0")/check.sh"

version=$1
pgdg=/usr/pgsql-$version
real=$(pg_config_of "$version")

# pg_config as PGDG's: the folders of extensions are below /usr/pgsql-NN, all else is Debian's.
mkdir -p "$pgdg/bin"
cat >"$pgdg/bin/pg_config" <<-END
	#!/bin/sh
	case "\$*" in
		--pkglibdir) echo "$pgdg/lib" ;;
		--sharedir) echo "$pgdg/share" ;;
		--docdir) echo "$pgdg/doc" ;;
		*) exec "$real" "\$@" ;;
	esac
END
chmod 755 "$pgdg/bin/pg_config"

# The archive, as "make dist" writes it of a repository.
version_of=$(sed -n "s/^default_version = '\(.*\)'/\1/p" newsquote.control)
archive() {
	local folder
	folder=$(mktemp -d)
	mkdir -p /root/rpmbuild/SOURCES
	cp -a . "$folder/newsquote-$version_of" && make -s -C "$folder/newsquote-$version_of" -f src/generated.mk SRC=src generated &&
		(cd "$folder" && zip -qr "/root/rpmbuild/SOURCES/newsquote-$version_of.zip" "newsquote-$version_of")
}
check "the archive" archive
# The packages that it needs are Debian's here, by other names.
check "rpmbuild" rpmbuild -bb --nodeps --define "pgmajorversion $version" packaging/newsquote.spec
package=$(find /root/rpmbuild/RPMS -name "newsquote_$version-$version_of-*.rpm" | head -n 1)
listed() { rpm -qlp "$package" | grep -Fx "$1"; }
check "the module is in it" listed "$pgdg/lib/newsquote.so"
check "the scripts are" listed "$pgdg/share/extension/newsquote--$version_of.sql"
check "the documents are" sh -c "rpm -qlp '$package' | grep '/docs/dba.md$'"
check "it requires PostgreSQL and PCRE2" sh -c "rpm -qRp '$package' | grep -q '^postgresql$version-server$' && rpm -qRp '$package' | grep -q '^libpcre2-8'"

# Debian's server finds the files in its own folders.
unpack() {
	(cd / && rpm2cpio "$package" | cpio -idm --quiet) &&
		cp "$pgdg"/share/extension/newsquote* "$("$real" --sharedir)/extension/" && cp "$pgdg/lib/newsquote.so" "$("$real" --pkglibdir)/"
}
check "the package is unpacked" unpack
check "make installcheck" as_tester pg_virtualenv -v "$version" make -s installcheck PG_CONFIG="$real"
