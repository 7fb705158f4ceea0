import { spawnSync } from 'node:child_process'

/** Does what `actor.ts` does, with Python's own SQLite: the other kind of program that has a store open. */
export const PYTHON_ACTOR = `
import json, random, signal, sqlite3, sys, time
kind, database, name, pace, missions = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4]), int(sys.argv[5])
stopped = False
def stop(*_):
    global stopped
    stopped = True
signal.signal(signal.SIGTERM, stop)
db = sqlite3.connect(database, timeout=5, isolation_level=None)
def say(line):
    print(line, flush=True)
def write(turn):
    start = turn % 2 == 0
    mission, summary = "%s-%d" % (name.split("/")[0], turn // 2 % missions), "%s/%d" % (name, turn)
    db.execute("BEGIN IMMEDIATE")
    db.execute("SELECT status FROM missions WHERE id = ?", (mission,)).fetchone()
    db.execute("UPDATE missions SET status = ? WHERE id = ?", ("In Progress" if start else "Completed", mission))
    event = (mission, "start" if start else "complete", "in_progress" if start else "completed", summary, json.dumps({"summary": summary}))
    db.execute("INSERT INTO session_events (ts, agent, mission, action, status, summary, raw_event) VALUES ('', 'python', ?, ?, ?, ?, ?)", event)
    db.execute("COMMIT")
    say("+" + summary)
def count():
    say("+%d" % db.execute("SELECT count(*) FROM missions").fetchone()[0])
if kind == "write":
    turn = 0
    while not stopped:
        try:
            write(turn)
            turn += 1
        except sqlite3.OperationalError as error:
            if db.in_transaction:
                db.execute("ROLLBACK")
            say("!" + str(error))
        time.sleep(pace / 1000 * (0.5 + random.random()))
elif kind == "watch":
    count()
    for _ in sys.stdin:
        count()
`

/** Whether this machine has a Python with sqlite3, and of which version. */
export function pythonSqlite(): string | null {
  const { status, stdout } = spawnSync('python3', ['-c', 'import sqlite3; print(sqlite3.sqlite_version)'], {
    encoding: 'utf8',
  })
  return status === 0 ? stdout.trim() : null
}
