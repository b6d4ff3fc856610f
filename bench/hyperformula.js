// SPDX-License-Identifier: GPL-3.0-or-later
// The sheet of sheet.py in HyperFormula: node hyperformula.js SHEET.json [EDITS]. Prints one JSON line.
const fs = require('fs')
const { HyperFormula } = require('hyperformula')

const rows = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'))
const edits = Number(process.argv[3] || 300)
const lines = rows.flatMap((row, number) => (typeof row[0] === 'number' ? [number] : []))

let state = 7
function random (limit) {
  state = (Math.imul(state, 48271) >>> 0) % 2147483647
  return state % limit
}

function timed (work) {
  const start = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - start) / 1e3
}

let engine
const build = timed(() => {
  const cells = rows.map(row => row.map(cell => (cell === '' ? null : cell)))
  engine = HyperFormula.buildFromArray(cells, { licenseKey: 'gpl-v3' })
})
const times = Array.from({ length: edits }, () => {
  const row = lines[random(lines.length)]
  const figure = random(1000000) / 100
  return timed(() => engine.setCellContents({ sheet: 0, row, col: 0 }, figure))
}).sort((a, b) => a - b)

console.log(JSON.stringify({
  build_ms: build / 1e3,
  edit_us: times[edits >> 1],
  p95_us: times[Math.floor(edits * 0.95)],
  total: engine.getCellValue({ sheet: 0, row: rows.length - 1, col: 3 })
}))
