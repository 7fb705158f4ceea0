"""Does to a store what other programs of this convention do, with plain sqlite3: opens it as they open it, and moves a
mission as they move it. Prints what it read as one line of JSON."""

import hashlib
import json
import sqlite3
import sys


def opened(database, schema):
    connection = sqlite3.connect(database, timeout=5)
    connection.execute("PRAGMA foreign_keys = ON")
    with open(schema, encoding="utf-8") as file:
        connection.executescript(file.read())
    connection.row_factory = sqlite3.Row
    return connection


def remember(connection, context, event):
    row = connection.execute("SELECT content FROM contexts WHERE id = ?", (context,)).fetchone()
    content = json.loads(row["content"]) if row else {}
    memory = content.setdefault("working_memory", {})
    history = [item for item in memory.get("session_history", []) if isinstance(item, dict)]
    history.append({key: event[key] for key in ("mission", "agent", "summary", "action", "ts")})
    memory["session_history"] = history[-50:]
    memory["last_session"] = event["ts"]
    memory["session_count"] = int(memory.get("session_count") or 0) + 1
    memory["active_mission"] = event["mission"] if event["action"] == "start" else None
    health = content.setdefault("context_health", {})
    health["sessions_since_reset"] = int(health.get("sessions_since_reset") or 0) + 1
    pretty = json.dumps(content, indent=2, ensure_ascii=False)
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    connection.execute(
        "INSERT INTO contexts (id, source_path, content, updated_at) VALUES (?, '', ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at",
        (context, pretty, event["ts"]),
    )
    connection.execute(
        "INSERT INTO context_snapshots (context_id, session_id, source, content_hash, content, created_at) "
        "VALUES (?, ?, 'mission_runtime', ?, ?, ?)",
        (context, event["mission"], hashlib.sha256(canonical.encode()).hexdigest(), pretty, event["ts"]),
    )


def move(connection, mission, action, status, words, ts):
    row = connection.execute("SELECT metadata FROM missions WHERE id = ?", (mission,)).fetchone()
    metadata = json.loads(row["metadata"] or "{}")
    metadata[{"start": "started_at", "complete": "completed_at", "blocked": "blocked_at"}[action]] = ts
    done = ts if status == "Completed" else None
    event = {"ts": ts, "agent": "codex", "mission": mission, "action": action, "status": words, "summary": f"did {action}"}
    if action != "start":
        event["next_hint"] = None
    if action == "blocked":
        event |= {"needs": ["a key"], "reason": "locked"}
        metadata |= {"blocked_reason": "locked", "blocked_needs": ["a key"]}
    connection.execute("BEGIN")
    connection.execute(
        "UPDATE missions SET status = ?, completed_at = ?, metadata = ? WHERE id = ?",
        (status, done, json.dumps(metadata, ensure_ascii=False), mission),
    )
    connection.execute(
        "INSERT INTO session_events (ts, agent, mission, action, status, summary, next_hint, raw_event) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (ts, "codex", mission, action, words, event["summary"], None, json.dumps(event, ensure_ascii=False)),
    )
    for context in ("project_context", "master_context"):
        remember(connection, context, event)
    connection.commit()


def main():
    database, schema, *moves = sys.argv[1:]
    connection = opened(database, schema)
    words = {"start": ("In Progress", "in_progress"), "complete": ("Completed", "completed"), "blocked": ("Blocked", "blocked")}
    for number, word in enumerate(moves):
        mission, action = word.split(":")
        move(connection, mission, action, *words[action], f"2025-04-01T00:00:{number:02d}Z")
    queue = connection.execute(
        "SELECT id, status FROM missions ORDER BY CASE status WHEN 'In Progress' THEN 1 WHEN 'Current' THEN 2 "
        "WHEN 'Queued' THEN 3 WHEN 'Blocked' THEN 4 ELSE 5 END, rowid"
    ).fetchall()
    events = [json.loads(row["raw_event"]) for row in connection.execute("SELECT raw_event FROM session_events WHERE json_valid(raw_event) ORDER BY id")]
    contexts = {row["id"]: json.loads(row["content"]) for row in connection.execute("SELECT id, content FROM contexts WHERE json_valid(content)")}
    sound = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    print(json.dumps({"queue": [list(row) for row in queue], "events": events, "contexts": contexts, "sound": sound}))


main()
