#!/usr/bin/env bash
# What action.yml runs: annotations on stdout, SARIF into a file, and whether something was found.
set -uo pipefail

# Nothing of the checkout decides what is installed and run: its .npmrc, its lockfile and its node_modules are out of reach of an empty folder.
home=$(mktemp -d)
(
  cd "$home" &&
    npm install --prefix "$home" --registry "${REGISTRY:-https://registry.npmjs.org/}" --ignore-scripts --omit=dev --no-audit --no-fund --silent \
      "eslint-plugin-cloudflare-auth@${VERSION:-latest}" >&2
) || exit 2
command=(node "$home/node_modules/eslint-plugin-cloudflare-auth/dist/cli/bin.js")

read -r -a given <<< "${PATHS:-.}"
paths=()
for path in "${given[@]}"; do
  case $path in /* | [A-Za-z]:*) paths+=("$path") ;; *) paths+=("$PWD/$path") ;; esac
done
options=()
if [ "${STRICT:-false}" = true ]; then options+=(--strict); fi
if [ "${INLINE_CONFIG:-true}" = false ]; then options+=(--no-inline-config); fi
if [ "${CONFIG_LOOKUP:-true}" = false ]; then options+=(--no-config-lookup); fi
if [ -n "${BASELINE:-}" ]; then options+=(--baseline "$BASELINE"); fi

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
