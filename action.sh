#!/usr/bin/env bash
# What action.yml runs: annotations on stdout, SARIF into a file, and whether something was found.
set -uo pipefail
command=(npx --yes "eslint-plugin-cloudflare-auth@${VERSION:-latest}")
# In a checkout that has the plugin installed, that one.
if [ "${VERSION:-latest}" = latest ] && [ -x node_modules/.bin/eslint-plugin-cloudflare-auth ]; then
  command=(node_modules/.bin/eslint-plugin-cloudflare-auth)
fi
read -r -a paths <<< "${PATHS:-.}"
options=()
if [ "${STRICT:-false}" = true ]; then options+=(--strict); fi

"${command[@]}" "${options[@]}" -f sarif -o "$SARIF" -- "${paths[@]}"
code=$?
if [ "$code" -gt 1 ]; then exit "$code"; fi
if [ "$code" -eq 1 ]; then
  echo 'found=true' >> "$GITHUB_OUTPUT"
  "${command[@]}" "${options[@]}" -f github -- "${paths[@]}"
else
  echo 'found=false' >> "$GITHUB_OUTPUT"
fi
exit 0
