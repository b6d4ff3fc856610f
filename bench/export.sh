#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The three documents of the worked example against an office script that makes the same content.
#
#   sh bench/export.sh [BUILD [ROUNDS]]
#
# Needs python3-docx, python3-xlsxwriter and LibreOffice (writer). BUILD is a release build.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "${1:-_build}" && pwd)
rounds=${2:-7}
cli=$build/src/cli/ziping-cli
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$cli" new --template changsha-2021 "$work/report.ziping"
"$cli" fill "$work/report.ziping" "$here/../data/examples/full.json"

# What the script writes is there beforehand: the comparison is of making documents, not of the figures.
"$cli" get "$work/report.ziping" --json >"$work/figures.json"
"$cli" export "$work/report.ziping" --to "$work" --format txt >/dev/null

ours="$cli export $work/report.ziping --to $work/ours --force"
theirs="/usr/bin/python3 $here/office_script.py $work/report.txt $work/figures.json $work/theirs"
theirs="$theirs && soffice -env:UserInstallation=file://$work/profile --headless --norestore --nologo"
theirs="$theirs --convert-to pdf --outdir $work/theirs $work/theirs/report.docx >/dev/null 2>&1"

echo "DOCX, PDF and XLSX of data/examples/full.json"
/usr/bin/python3 "$here/rounds.py" --rounds "$rounds" "ziping=$ours" "office script=$theirs"
wc -c "$work"/ours/report.* "$work"/theirs/report.* | sed "\$d; s|$work/||"
