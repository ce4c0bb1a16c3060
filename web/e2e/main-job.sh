#!/bin/sh
# The main job with curl alone: two people, a team, a drawing, a repair, two runs, an activity server. One line a step; stops at
# the first that is not as expected. ./processflow test runs it; by hand, with a server and the example activity server up:
#   PROCESSFLOW_URL=http://localhost:8080 ACTIVITY_SERVER_URL=http://localhost:9000 sh web/e2e/main-job.sh
# Node only reads JSON.
set -eu

: "${PROCESSFLOW_URL:?the address of a running server}" "${ACTIVITY_SERVER_URL:?the address of the example activity server}"
root=$(CDPATH='' cd -- "$(dirname "$0")/../.." && pwd)
samples=${PROCESSFLOW_SAMPLES:-$root/../shared/samples}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
run=$(date +%s)-$$
passed=0
WITHIN_SECONDS=60

# --- asking and looking -----------------------------------------------------------------------------------------------

# request PERSON METHOD PATH [FILE [TYPE [HEADER]]]: the answer goes to $work/body and $work/headers, its status to $status
request() {
  jar=$work/$1.cookies
  : >>"$jar"
  token=$(awk '$6 == "XSRF-TOKEN" { print $7 }' "$jar")
  set -- "$2" "$3" "${4:-}" "${5:-application/json}" "${6:-X-Nothing: nothing}"
  asked="$1 $2"
  if [ -n "$3" ]; then set -- "$@" --data-binary "@$3" -H "Content-Type: $4"; fi
  method=$1 path=$2 header=$5
  shift 5
  status=$(curl -sS -o "$work/body" -D "$work/headers" -w '%{http_code}' -b "$jar" -c "$jar" -X "$method" \
    -H "X-XSRF-TOKEN: $token" -H "$header" "$@" "$PROCESSFLOW_URL$path")
}

# call EXPECTED-STATUS PERSON METHOD PATH [JSON]
call() {
  expected=$1
  shift
  if [ $# -ge 4 ]; then
    printf '%s' "$4" >"$work/request"
    request "$1" "$2" "$3" "$work/request"
  else
    request "$1" "$2" "$3"
  fi
  [ "$status" = "$expected" ] || stop "$asked" "status $expected" "status $status: $(head -c 2000 "$work/body")"
}

# json EXPRESSION: what it makes of the last answer, called a; texts as they are, everything else as JSON
json() {
  node -e 'const a = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))
    const value = new Function("a", "return " + process.argv[2])(a)
    process.stdout.write(typeof value === "string" ? value : JSON.stringify(value) ?? "undefined")' "$work/body" "$1"
}

stop() {
  printf 'FAILED  %s\n  expected: %s\n  got:      %s\n%s passed, 1 failed\n' "$1" "$2" "$3" "$passed" >&2
  exit 1
}

ok() {
  passed=$((passed + 1))
  printf 'ok %3d  %s\n' "$passed" "$1"
}

# same WHAT EXPECTED GOT
same() {
  [ "$2" = "$3" ] || stop "$1" "$2" "$3"
  ok "$1"
}

# --- people and teams -------------------------------------------------------------------------------------------------

# sign_up PERSON
sign_up() {
  request "$1" GET /api/auth/session
  call 201 "$1" POST /api/auth/sign-up \
    "{\"email\":\"$1-$run@example.org\",\"password\":\"violet-harbour-$run\",\"username\":\"$1-$run\"}"
  call 200 "$1" GET /api/auth/session
  same "$1 signs up and is signed in" "$1-$run" "$(json a.user.username)"
}

# role NAME: makes it, its id is in $role_id
role() {
  call 201 anna POST "/api/teams/$team/roles" "{\"name\":\"$1\",\"color\":\"#2a78d6\",\"allowedPages\":[\"Tasks\"]}"
  role_id=$(json a.id)
  ok "anna makes the role $1"
}

people() {
  sign_up anna
  sign_up ben
  call 201 anna POST /api/teams "{\"name\":\"Dispatch $run\"}"
  team=$(json a.id)
  same "anna owns her team, with every page" '["Editor","Monitoring","Shop","Stats","Tasks","Team"]' "$(json '[...a.pages].sort()')"
  role Logistics && logistics=$role_id
  role Secretary && secretary=$role_id
  role Warehouse && warehouse=$role_id
  call 404 ben GET "/api/teams/$team"
  ok "ben, a stranger so far, does not see the team"
  call 201 anna POST "/api/teams/$team/invitations" "{\"email\":\"ben-$run@example.org\",\"roleId\":$warehouse}"
  link=$(json a.link)
  invitation=$(json a.id)
  ok "anna invites ben to the warehouse"
  call 200 ben POST "/api/invitations/$invitation/accept" "{\"token\":\"${link#*token=}\"}"
  same "ben accepts and is in the warehouse" '["Warehouse"]' "$(json 'a.roles.map(role => role.name)')"
  call 200 anna GET "/api/teams/$team/members"
  anna_id=$(json 'a.items.find(member => member.owner).userId')
  anna_roles=$(json 'a.items.find(member => member.owner).roles.map(role => role.id)')
  call 200 anna PUT "/api/teams/$team/members/$anna_id/roles" \
    "{\"roleIds\":$(printf '%s' "$anna_roles" | sed "s/]/,$logistics,$secretary]/; s/\[,/[/")}"
  same "anna works in logistics and the secretary's office" '["Logistics","Secretary"]' \
    "$(json 'a.roles.map(role => role.name).filter(name => /Log|Sec/.test(name)).sort()')"
}

# --- drawings ---------------------------------------------------------------------------------------------------------

# import FILE [QUERY]
import() {
  request anna POST "/api/teams/$team/process-models/import${2:-}" "$1" application/xml
  [ "$status" = 201 ] || stop "import of $(basename "$1")" "status 201" "status $status: $(head -c 2000 "$work/body")"
  model=$(json 'a.processModels[0].id')
}

# retag ID OLD NEW [DATA]: an element of the drawing gets another tag and, if given, our data
retag() {
  awk -v id="$1" -v old="$2" -v new="$3" -v data="${4:-}" '
    !inside && index($0, "<bpmn:" old " ") && index($0, "id=\"" id "\"") {
      inside = 1
      sub("<bpmn:" old " ", "<bpmn:" new " ")
      print
      if (data != "") {
        print "<bpmn:extensionElements><processflow:data xmlns:processflow=\"urn:processflow:bpmn:1.0\">" data \
          "</processflow:data></bpmn:extensionElements>"
      }
      next
    }
    inside && index($0, "</bpmn:" old ">") { inside = 0; found = 1; sub("</bpmn:" old ">", "</bpmn:" new ">") }
    { print }
    END { if (!found) exit 1 }' "$work/drawing" >"$work/changed" || stop "the drawing has an $2" "$1" "no such element"
  mv "$work/changed" "$work/drawing"
}

etag() { sed -n 's/^[Ee][Tt][Aa][Gg]: *\(.*\)/\1/p' "$work/headers" | tr -d '\r'; }

# save: the drawing becomes the draft
save() {
  revision=$(etag)
  request anna PUT "/api/process-models/$model/diagram" "$work/drawing" application/xml "If-Match: $revision"
  [ "$status" = 200 ] || stop "saving the draft" "status 200" "status $status: $(head -c 2000 "$work/body")"
  same "no error is left in the draft" '[]' \
    "$(json 'a.findings.filter(one => one.severity === "error").map(one => one.code + " " + one.elementId)')"
  request anna PUT "/api/process-models/$model/diagram" "$work/drawing" application/xml "If-Match: $revision"
  same "a save over somebody's newer draft is refused" "412 stale-draft" "$status $(json a.code)"
}

# --- runs -------------------------------------------------------------------------------------------------------------

start() {
  call 200 anna POST /api/instance/create "{\"processModelId\":$model,\"inputs\":{}}"
  instance=$(json a.processInstanceId)
}

# The answer to a task: at a choice the wished one (ANSWERS: "part of the name=answer;…"), else the first.
answer_of() {
  json "JSON.stringify((task => {
    const wished = '$answers'.split(';').map(one => one.split('=')).find(([part]) => task.name.includes(part))
    if (task.form.kind === 'info') return { data: {} }
    const choice = wished ? wished[1] : task.form.choices[0]
    return { data: { [task.form.variable]: task.form.kind === 'multiple' ? [choice] : choice } } })(a.items[0]))"
}

# finish ANSWERS: both people do what is theirs until nothing is left
finish() {
  answers=$1
  deadline=$(($(date +%s) + WITHIN_SECONDS))
  while :; do
    call 200 anna GET "/api/process-instances/$instance"
    case $(json a.status) in
      Completed) break ;;
      Error | Cancelled) stop "the instance runs" "In progress or Completed" "$(json '[a.status, a.statusMessage, a.elements]')" ;;
    esac
    [ "$(date +%s)" -lt "$deadline" ] || stop "the instance ends within $WITHIN_SECONDS s" Completed "$(json '[a.status, a.elements]')"
    worked=
    for person in anna ben; do
      call 200 "$person" GET "/api/teams/$team/tasks?processInstanceId=$instance"
      [ "$(json a.items.length)" != 0 ] || continue
      task=$(json 'a.items[0].id')
      answer=$(answer_of)
      call 200 "$person" POST "/api/tasks/$task/complete" "$answer"
      worked=yes
    done
    [ -n "$worked" ] || sleep 0.3
  done
}

# who NAME EXPECTED: type, status and person of the steps with that name in the instance, the last answer
who() {
  same "history: $1" "$2" "$(json "a.elements.filter(one => one.name?.replace(/\s+/g, ' ') === '$1')
    .map(one => one.type + ' ' + one.status + ' ' + (one.completedBy ?? 'nobody').replace(/-.*/, '')).join(', ')")"
}

# --- the job ----------------------------------------------------------------------------------------------------------

definition() {
  call 201 anna POST "/api/teams/$team/node-definitions" "{\"visibility\":\"Team\",\"definition\":{\"name\":\"Label printer\",
    \"shortDescription\":\"Writes a label\",\"icon\":\"Tag\",\"executionMode\":\"Automatic\",\"executionUrl\":\"$ACTIVITY_SERVER_URL/label\",
    \"optionsDefinition\":{\"title\":\"Label\",\"structure\":[
      {\"type\":\"input\",\"keyString\":\"recipient\",\"label\":\"Recipient\"},
      {\"type\":\"VariableNameInput\",\"keyString\":\"outputs.labelVariableName\",\"label\":\"Result\"}]}}}"
  printer=$(json a.id)
  call 200 anna GET "/api/teams/$team/editor/node-definitions"
  [ "$(json "a.items.some(one => one.id === $printer)")" = true ] || call 204 anna PUT "/api/teams/$team/editor/node-definitions/$printer"
  call 200 anna GET "/api/teams/$team/editor/node-definitions"
  same "the editor offers the label printer" '"Automatic"' \
    "$(json "JSON.stringify(a.items.find(one => one.id === $printer)?.definition.executionMode)")"
}

# main_job FILE; what its elements are called is in $meet, $split, $last, $label, $pack (ids), $…_name
main_job() {
  printf -- '-- %s\n' "$(basename "$1")"
  import "$1"
  same "the import proposes nothing: each lane has its role" '[]' "$(json a.proposedRoles)"
  same "the import lists where a person decides" true \
    "$(json "a.processModels[0].findings.some(one => one.code === 'N-label-choice' && one.elementId === '$split')")"
  call 200 anna POST "/api/process-models/$model/verify"
  same "verify: unsound" unsound "$(json a.verdict)"
  same "verify: the last step runs twice" "[\"lack-of-synchronisation $last\"]" \
    "$(json 'a.findings.filter(one => /^(deadlock|lack-of-synchronisation|dead-node|livelock)$/.test(one.code)).map(one => one.code + " " + one.elementId)')"
  same "verify shows a run that does so" true "$(json "a.findings.find(one => one.code === 'lack-of-synchronisation').run.includes('$last')")"
  call 409 anna POST "/api/process-models/$model/publish" '{"note":"First"}'
  same "publishing a drawing that runs twice has to be confirmed" "confirm [\"lack-of-synchronisation\"]" \
    "$(json a.code) $(json 'a.findings.filter(one => one.severity !== "info").map(one => one.code)')"

  request anna GET "/api/process-models/$model/diagram"
  cp "$work/body" "$work/drawing"
  retag "$meet" exclusiveGateway parallelGateway
  retag "$label" task serviceTask "{\"nodeDefinitionId\":$printer,\"recipient\":\"Ms Example\",\"outputs.labelVariableName\":\"label\"}"
  retag "$pack" task userTask '{"gamificationType":"Points","gamificationOptions":{"pointType":"Experience","pointsApplicationMethod":"incrementBy","pointsForSuccess":"25"}}'
  save
  call 200 anna POST "/api/process-models/$model/verify"
  same "verify: sound, once the gateway is a parallel one" sound "$(json a.verdict)"
  call 201 anna POST "/api/process-models/$model/publish" '{"note":"First"}'
  same "version 1 is published" 1 "$(json a.version)"

  experience=$(experience_of ben)
  start
  finish "$split_name=no;insurance=Yes;$label_question=Yes"
  same "the instance without special handling is completed" Completed "$(json a.status)"
  who "$label_name" 'activityNode Completed nobody'
  who "$pack_name" 'activityNode Completed ben'
  who "$last_name" 'activityNode Completed ben'
  who "$special_name" ''
  same "the server's answer is a variable" "PF- Ms Example" "$(json 'a.variables.label.replace(/[0-9]+/, "")')"
  same "the branches have joined" '["andJoinNode Completed"]' \
    "$(json "a.elements.filter(one => one.bpmnId === '$meet' && !one.madeBy).map(one => one.type + ' ' + one.status)")"
  same "the reward is in the instance" '["ben* Experience 25"]' \
    "$(json 'a.rewards.map(one => one.person.replace(/-.*/, "*") + " " + one.kind + " " + one.amount)')"
  same "the path leads along this branch and no other" 'true false' \
    "$(json "a.path.includes('$label_flow') + ' ' + a.path.includes('$special_flow')")"
  same "the log tells who did what, in order" "Start by anna, Complete by activity-server, Complete by ben" \
    "$(json "[a.history[0], a.history.find(one => one.actor === 'activity-server'), a.history.at(-1)]
      .map(one => one.command + ' by ' + one.actor.replace(/(anna|ben)-.*/, '\$1')).join(', ')")"
  same "the log has no gap" true "$(json 'a.history.every((one, i) => one.number === i + 1)')"
  same "experience arrives" $((experience + 25)) "$(experience_of ben)"

  start
  finish "$split_name=yes"
  same "the instance with special handling is completed" Completed "$(json a.status)"
  who "$label_name" ''
  who "$special_name" 'activityNode Completed anna'
  who "$last_name" 'activityNode Completed ben'
  same "the path leads along the other branch" 'false true' \
    "$(json "a.path.includes('$label_flow') + ' ' + a.path.includes('$special_flow')")"
  same "experience arrives again" $((experience + 50)) "$(experience_of ben)"
}

# asks as another answer, so that the last one stays
experience_of() {
  cp "$work/body" "$work/kept"
  call 200 "$1" GET "/api/teams/$team/statistics/me"
  json a.experience
  mv "$work/kept" "$work/body"
}

# --- the diagrams of others -------------------------------------------------------------------------------------------

# reference FILE ANSWERS NAMES: a drawing without lanes, done by who has the default role; the names are of what is done, in order
reference() {
  printf -- '-- %s, %s\n' "$(basename "$1")" "${2:-one way}"
  import "$1" "?defaultRoleId=$secretary"
  call 200 anna POST "/api/process-models/$model/verify"
  same "verify: sound" sound "$(json a.verdict)"
  call 201 anna POST "/api/process-models/$model/publish" '{}'
  start
  finish "$2"
  same "the instance is completed, in this order" "$3" \
    "$(json "a.elements.filter(one => one.completedBy).map(one => one.name.replace(/\s+/g, ' ')).join(', ')")"
  same "the path leads along drawn flows only" true \
    "$(json "a.path.length > 2 && a.path.every(id => $(node -e 'process.stdout.write(JSON.stringify(require("fs").readFileSync(process.argv[1],"latin1")))' "$1").includes('id=\"' + id + '\"'))")"
}

credit_scoring() {
  printf -- '-- %s\n' "$(basename "$1")"
  import "$1" "?defaultRoleId=$secretary"
  same "two pools become two drafts" '["credit scoring (bank)","scoring service"]' "$(json 'a.processModels.map(one => one.name)')"
  same "the bank's draft lists its trigger, its catch event and the messages between the two" \
    '["S-catch IntermediateCatchEvent_0a8iz14","S-message MessageFlow_13j4vf5","S-message MessageFlow_1mm30jd","S-message MessageFlow_1nttl77","S-start-trigger StartEvent_1els7eb"]' "$(stand_ins 0)"
  same "the service's draft lists its trigger and the messages between the two" \
    '["S-message MessageFlow_13j4vf5","S-message MessageFlow_1mm30jd","S-message MessageFlow_1nttl77","S-start-trigger StartEvent_0o849un"]' "$(stand_ins 1)"
  call 409 anna POST "/api/process-models/$model/publish" '{}'
  same "stand-ins have to be confirmed before publishing" confirm "$(json a.code)"
  call 201 anna POST "/api/process-models/$model/publish" '{"force":true}'
  start
  finish 'received?=no'
  same "a person stands in for what the bank waits for" true \
    "$(json 'a.elements.some(one => one.completedBy && one.name.includes("credit score received"))')"
}

# the findings of that draft of the import that a person stands in for
stand_ins() {
  json "a.processModels[$1].findings.filter(one => one.severity === 'stand-in').map(one => one.code + ' ' + one.elementId).sort()"
}

people
definition

meet=Meet split=SpecialHandling last=PreparePickUp label=WriteLabel pack=PackGoods
split_name='Special handling?' label_name='Write package label' pack_name='Pack the goods' last_name='Prepare for pick-up'
special_name='Ask a carrier for an offer' label_question='label needed'
label_flow=Extras_WriteLabel special_flow=SpecialHandling_AskCarrier
main_job "$root/docs/diagrams/ship-order.bpmn"

if [ -d "$samples" ]; then
  meet=ExclusiveGateway_0z5sib0 split=ExclusiveGateway_1mpgzhg last=Task_0sl26uo label=Task_0jsoxba pack=Task_05ftug5
  split_name='Special' pack_name='Package goods' last_name='Prepare for picking up goods'
  special_name='Get 3 offers from logistic companies' label_question='always'
  label_flow=SequenceFlow_1dlbln9 special_flow=SequenceFlow_1xv6wk4
  main_job "$samples/dispatch-of-goods.bpmn"

  reference "$samples/reference/A.1.0.bpmn" '' 'Task 1, Task 2, Task 3'
  for branch in 2 3 4; do
    reference "$samples/reference/A.2.0.bpmn" "Gateway=Task $branch" "Task 1, Gateway (Split Flow), Task $branch"
  done
  credit_scoring "$samples/credit-scoring-synchronous.bpmn"
else
  echo "-- the diagrams of others are left out: there is no folder $samples"
fi
printf '%s passed, 0 failed\n' "$passed"
