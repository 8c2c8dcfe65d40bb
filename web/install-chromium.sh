#!/usr/bin/env bash
# Sees to it that Chromium and a font for prose are there, which the page's tests need. Installs them where
# that takes no question: as root on Debian and its kin. Elsewhere it says what to install.
set -euo pipefail

browser() {
  [ -n "${CHROMIUM:-}" ] && command -v "$CHROMIUM" && return
  command -v chromium || command -v chromium-browser || command -v google-chrome || command -v google-chrome-stable
}

font() {
  fc-list :lang=en:spacing=proportional family 2>/dev/null | grep -q . ||
    fc-list :lang=en family 2>/dev/null | grep -qvi mono
}

if ! { browser && font; } >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends chromium fontconfig fonts-dejavu-core
fi

if ! browser >/dev/null; then
  echo "NO CHROMIUM: the page's tests need it. Install the package chromium, or name the program in CHROMIUM." >&2
  [ -z "${CI:-}" ] || exit 1
elif ! font; then
  echo "NO FONT: the page's tests need a proportional one. Install the package fonts-dejavu-core." >&2
  [ -z "${CI:-}" ] || exit 1
fi
