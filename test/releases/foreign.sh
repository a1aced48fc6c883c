#!/usr/bin/env bash
#
# foreign.sh
#	In a chroot with cross compilers and qemu-user: the engine finds the same, to the last bit of the
#	confidence, on other processors: little-endian, big-endian, 32 bits, with fused multiplication.
#
# PCRE2 of each architecture is unpacked beside the system, not installed, and linked statically.

. "$(dirname "$0")/check.sh"

# ARCHITECTURE TRIPLET QEMU, of Debian.
foreign=(
	'arm64 aarch64-linux-gnu qemu-aarch64'
	's390x s390x-linux-gnu qemu-s390x'
	'i386 i686-linux-gnu qemu-i386'
)
articles=(test/articles/*.txt test/stages/*.txt test/fuzz/seeds/*)

# build NAME COMPILER FLAGS LIBRARIES: rows, without sanitizers.
build() {
	as_tester make -s -j2 -C test/unit BUILD="../build/$1" CC="$2" SANITIZE="-DUNPAINTED $3" DEBUG= OPTIMISE=-O2 \
		LIBS="$4 -lpcre2-8 -lm" "../build/$1/rows"
}

pcre2_of() {
	local folder=/foreign/$1
	mkdir -p "$folder"
	dpkg --add-architecture "$1" && apt-get update -q || return
	(cd "$folder" && apt-get download -q "libpcre2-dev:$1") || return
	dpkg -x "$folder"/libpcre2-dev_*.deb "$folder"
}

# same NAME COMMAND...: what it prints is what this processor's build prints.
same() {
	local name=$1
	shift
	"$@" "${articles[@]}" >"/tmp/$name.rows" && cmp "/tmp/native.rows" "/tmp/$name.rows" && sha256sum "/tmp/$name.rows"
}

check "this processor: build" build native gcc '' ''
test/build/native/rows "${articles[@]}" >/tmp/native.rows
check "this processor: rows" grep -q ', utterance ' /tmp/native.rows
check "x86-64-v3: build" build v3 gcc -march=x86-64-v3 ''
if grep -qw avx2 /proc/cpuinfo && grep -qw fma /proc/cpuinfo; then
	check "x86-64-v3: the same rows" same v3 test/build/v3/rows
else
	check "x86-64-v3: the same rows" same v3 qemu-x86_64 -cpu max test/build/v3/rows
fi
for line in "${foreign[@]}"; do
	read -r architecture triplet qemu <<<"$line"
	check "$architecture: PCRE2" pcre2_of "$architecture"
	libraries=$(dirname "$(find "/foreign/$architecture" -name libpcre2-8.a)")
	check "$architecture: build" build "$architecture" "$triplet-gcc" '' "-static -L$libraries"
	check "$architecture: the same rows" same "$architecture" "$qemu" "test/build/$architecture/rows"
done
