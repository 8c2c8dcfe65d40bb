#!/usr/bin/env bash
# Sees to it that the S3 clients are there that Debian packages and test/clients runs: awscli, s3cmd and boto3. Installs
# them where that takes no question: as root on Debian and its kin, also beside other versions, since versions differ in
# what they put on the wire. Elsewhere it says what to install.
set -euo pipefail

installed() {
  dpkg-query --show --showformat='${Status}' "$1" 2>/dev/null | grep -q ' installed$'
}

present() {
  case "$1" in
    awscli) aws --version ;;
    s3cmd) s3cmd --version ;;
    # The python3 that comes first on PATH need not be Debian's.
    python3-boto3) python3 -c 'import boto3' || /usr/bin/python3 -c 'import boto3' ;;
  esac >/dev/null 2>&1
}

lacking() {
  for package in awscli s3cmd python3-boto3; do
    "$1" "$package" || echo "$package"
  done
}

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  packages=$(lacking installed)
  if [ -n "$packages" ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $packages
  fi
fi

packages=$(lacking present)
if [ -n "$packages" ]; then
  echo "NO CLIENT: the tests of S3 clients need the packages" $packages >&2
  [ -z "${CI:-}" ] || exit 1
fi
