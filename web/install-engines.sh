#!/usr/bin/env bash
# Sees to it that the engines are there that the tests drive beside Chromium: Firefox ESR, and WebKitGTK's MiniBrowser with its driver
# and Xvfb. Installs them where that takes no question: as root on Debian and its kin. Elsewhere it says what to install.
set -euo pipefail

present() {
  case "$1" in
    firefox-esr) command -v "${FIREFOX:-firefox-esr}" || command -v firefox ;;
    # The package of WebKitWebDriver is the one that has MiniBrowser too.
    webkit2gtk-driver)
      command -v "${WEBKITWEBDRIVER:-WebKitWebDriver}" &&
        { command -v "${MINIBROWSER:-}" || compgen -G '/usr/lib/*/webkit2gtk-*/MiniBrowser' || compgen -G '/usr/lib/webkit*gtk-*/MiniBrowser'; } ;;
    xvfb) command -v Xvfb ;;
  esac >/dev/null 2>&1
}

lacking() {
  for package in firefox-esr webkit2gtk-driver xvfb; do
    present "$package" || echo "$package"
  done
}

packages=$(lacking)
if [ -n "$packages" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # shellcheck disable=SC2086
  apt-get install -y -qq --no-install-recommends $packages
fi

packages=$(lacking)
if [ -n "$packages" ]; then
  echo "NO ENGINE: the tests of engines need the packages" $packages >&2
  [ -z "${CI:-}" ] || exit 1
fi
