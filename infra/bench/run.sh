#!/bin/bash
# Measures the whole portal beside its references and prints the table. See README.md.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"

missing=()
for tool in dotnet nginx wrk pgbench chromium node; do
    PATH="$PATH:/usr/sbin:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)" command -v "$tool" >/dev/null || missing+=("$tool")
done
if [ ${#missing[@]} -gt 0 ]; then
    echo "Missing: ${missing[*]}. On Debian: apt-get install --no-install-recommends nginx-light wrk postgresql-15 chromium nodejs npm" >&2
    exit 2
fi
export PATH="$PATH:/usr/sbin:$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)"

suite=()
arguments=()
while [ $# -gt 0 ]; do
    case "$1" in
        --suite)
            started=$(date +%s)
            dotnet test "$root/AutoPortal.sln" -m:1 --nologo -v q >&2
            suite=(--suite-minutes "$(awk "BEGIN{print ($(date +%s) - $started) / 60}")")
            ;;
        *) arguments+=("$1") ;;
    esac
    shift
done

for project in "$root/src/AutoPortal.Web" "$here/Bench" "$here/Reference" "$here/Probe"; do
    dotnet build "$project" -c Release -v q --nologo >&2
done

# Lighthouse stays out of the repository: its scores are wanted here alone.
tools="${BENCH_TOOLS:-${TMPDIR:-/tmp}/portal-bench-tools}"
lighthouse="$tools/node_modules/lighthouse/cli/index.js"
if [ ! -f "$lighthouse" ]; then
    mkdir -p "$tools"
    npm install --prefix "$tools" --no-audit --no-fund lighthouse@13 >&2 || lighthouse=""
fi

configuration=bin/Release/net10.0
exec dotnet "$here/Bench/$configuration/AutoPortal.Bench.dll" \
    --portal "$root/src/AutoPortal.Web/$configuration/AutoPortal.Web.dll" \
    --reference "$here/Reference/$configuration/AutoPortal.Bench.Reference.dll" \
    --probe "$here/Probe/$configuration/AutoPortal.Bench.Probe.dll" \
    --lighthouse "$lighthouse" \
    "${suite[@]}" "${arguments[@]}"
