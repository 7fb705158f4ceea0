// The smallest worker: it reads its task as JSON, does it, and answers with JSON. An agent's command line takes its place.
const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)

try {
  const task = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  const answer = {
    status: 'success',
    output: task.payload ?? { goal: task.goal },
    summary: `Echoed the task of mission ${task.missionId}`,
    evaluationScore: 1,
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`)
} catch (error) {
  process.stderr.write(`The task could not be read: ${error.message}\n`)
  process.exitCode = 1
}
