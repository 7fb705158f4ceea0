const password = 'placeholder'

function run(req, db) {
  eval(req.body.code)
  exec(req.query.command)
  const sql = 'SELECT * FROM users WHERE name = ' + req.params.name
  db.query('DELETE FROM logs WHERE id = ' + req.params.id)
  console.log(error.stack)
  throw new Error(error.stack)
}
