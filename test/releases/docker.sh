#!/usr/bin/env bash
#
# docker.sh VERSION
#	In a chroot: the commands of docs/Dockerfile, one after the other, as docker would run them in its
#	images, and "make installcheck" of what they leave.

. "$(dirname "$0")/check.sh"

export PG_MAJOR=$1
file=docs/Dockerfile
check "the images are PostgreSQL's" sh -c "! grep '^FROM' $file | grep -vE '^FROM postgres:[$]VERSION( AS build)?$'"
check "what is copied is known" sh -c "! grep '^COPY' $file | grep -vFx -e 'COPY . /newsquote' -e 'COPY --from=build /installed /'"
while read -r command; do
	check "RUN $command" sh -ec "$command"
done < <(sed -n 's/^RUN //p' "$file")
check "COPY --from=build /installed /" cp -a /installed/. /
check "make installcheck" as_tester pg_virtualenv -v "$PG_MAJOR" make -s installcheck PG_CONFIG="$(pg_config_of "$PG_MAJOR")"
