#!/bin/sh
# The command ./processflow import-report, called from another folder: what it prints, how it ends. ./processflow test runs it.
set -eu

root=$(CDPATH='' cd -- "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0

stop() {
  printf 'FAILED  %s\n%s passed, 1 failed\n' "$1" "$passed" >&2
  cat "$work/out" "$work/err" >&2
  exit 1
}

ok() {
  passed=$((passed + 1))
  printf 'ok %3d  %s\n' "$passed" "$1"
}

# report EXPECTED-STATUS [ARGUMENT...]: what it prints goes to $work/out and $work/err
report() {
  expected=$1
  shift
  status=0
  (cd "$work" && "$root/processflow" import-report "$@") >"$work/out" 2>"$work/err" || status=$?
  [ "$status" = "$expected" ] || stop "import-report $* ended with $status, expected $expected"
}

# printed PATTERN: some line of the output is so
printed() {
  grep -Eq "$1" "$work/out" || stop "expected a line like $1"
}

mkdir -p "$work/my files/deeper"
cp "$root/docs/diagrams/ship-order.bpmn" "$work/my files/ship.bpmn"
cp "$root/docs/diagrams/ship-order.bpmn" "$work/my files/deeper/again.bpmn"
printf 'no drawing' >"$work/my files/notes.bpmn"

report 0 'my files' --csv table.csv
printed '^by rules +1  runs twice +[0-9.]+  deeper/again\.bpmn$'
printed '^the same .* ship\.bpmn: has the same bytes as deeper/again\.bpmn$'
printed '^refused .* notes\.bpmn: not-well-formed: '
printed '^ +1  by rules +100\.0 %$'
ok 'tells what became of each file'

grep -q '^deeper/again.bpmn,,by rules,1,runs twice,' "$work/table.csv" || stop 'expected the table in table.csv, where the command was called'
ok 'writes the table where the command was called'

report 2 'no such folder'
grep -q '^There is no folder no such folder\.$' "$work/err" || stop 'expected to be told of the folder'
ok 'says so when there is no such folder'

printf '%s passed, 0 failed\n' "$passed"
