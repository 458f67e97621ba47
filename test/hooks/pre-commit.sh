#!/usr/bin/env bash
# Tries .pre-commit-hooks.yaml with the pre-commit of this machine: a bad commit is blocked, a good one passes.
# Not part of `npm test`, because pre-commit installs and builds the whole repository first.
set -euo pipefail
export GIT_CONFIG_GLOBAL=/dev/null NO_COLOR=1
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export PRE_COMMIT_HOME=$work/cache

# What is in the working tree, as a repository that pre-commit can take.
mkdir "$work/hook" "$work/project"
(cd "$root" && git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$work/hook")
as_git() { git -c user.name=A -c user.email=a@example.com "$@"; }
cd "$work/hook" && git init -q && git add . && as_git commit -qm hook
revision=$(git rev-parse HEAD)

cd "$work/project" && git init -q
printf 'repos:\n  - repo: %s\n    rev: %s\n    hooks:\n      - id: cloudflare-auth\n' "$work/hook" "$revision" > .pre-commit-config.yaml
git add . && as_git commit -qm first
pre-commit install > /dev/null

# Made up now, so that none stands in a file: 40 characters and their CRC-32.
secret=$(node -e "
  const body = Array.from({ length: 40 }, () => Math.floor(Math.random() * 36).toString(36)).join('');
  console.log('cfut_' + body + require('node:zlib').crc32(body).toString(16).padStart(8, '0'));
")
for file in bad.ts .env .dev.vars; do
  case $file in *.ts) echo "export const token = '$secret';" ;; *) echo "CLOUDFLARE_API_TOKEN=$secret" ;; esac > "$file"
  git add "$file"
  if as_git commit -qm bad > out 2>&1; then echo "not blocked: $file" && exit 1; fi
  grep -q no-hardcoded-credentials out || { cat out && exit 1; }
  if grep -q "$secret" out; then echo 'the secret was shown' && exit 1; fi
  git rm -qf "$file"
done
echo 'export const token = process.env.CLOUDFLARE_API_TOKEN;' > good.ts
git add good.ts && as_git commit -qm good > out 2>&1 || { cat out && exit 1; }
echo 'pre-commit: three bad commits blocked, one good one passed'
