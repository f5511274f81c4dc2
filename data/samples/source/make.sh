#!/bin/sh
# Builds the sample PDFs in the folder above from the sources in this folder.
#
# Debian packages (bookworm): libreoffice-writer, chromium, groff, texlive-latex-base, fonts-liberation,
#   qpdf, perl (poppler-utils to look at the result)
#
# Dates and identifiers are fixed, so that the same versions of the programs give the same bytes.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
out=$(dirname "$here")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

export SOURCE_DATE_EPOCH=1924992000        # 2031-01-01T00:00:00Z
export FORCE_SOURCE_DATE=1 TZ=UTC LC_ALL=C.UTF-8
cd "$work"

# The last step for every file: fixed dates, fixed identifier, new cross-reference table.
finish() {
    LC_ALL=C perl -0777 -pe '
        s{/(CreationDate|ModDate)\s*\(D:[^)]*\)}{/$1(D:20310101000000Z)}g;
        s{/ID\s*\[\s*<[0-9A-Fa-f]+>\s*<[0-9A-Fa-f]+>\s*\]}{}g;
        s{/DocChecksum\s*/[0-9A-F]+}{}g;' "$1.pdf" > "$1.fixed.pdf"
    rc=0
    qpdf --no-warn --deterministic-id --object-streams=disable --compress-streams=y "$1.fixed.pdf" "$out/$1.pdf" || rc=$?
    [ "$rc" -eq 0 ] || [ "$rc" -eq 3 ]      # 3: the table of the edited file was rebuilt
    echo "$1.pdf"
}

office() {
    soffice "-env:UserInstallation=file://$work/office" --headless --convert-to pdf --outdir "$work" "$here/$1.fodt" >/dev/null 2>&1
    finish "$1"
}

browser() {
    chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --user-data-dir="$work/profile-$1" --no-pdf-header-footer \
        --print-to-pdf="$work/$1.pdf" "file://$here/$1.html" >/dev/null 2>&1
    finish "$1"
}

latex() {
    pdflatex -interaction=batchmode -halt-on-error -jobname "$1" "$here/$1.tex" >/dev/null
    finish "$1"
}

roff() {
    groff -ms -Tpdf -P-pa4 -dpaper=a4 "$here/$1.ms" > "$1.pdf"
    finish "$1"
}

office  itu-proposal-tracked
browser resolution-revised
office  comparison-table
latex   working-paper-two-column
roff    bill
latex   submission
browser letter
