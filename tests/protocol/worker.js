// A worker in JavaScript: reads calls from standard input, answers on standard output, as docs/protocol.md says.
'use strict'

const fs = require('node:fs')

const floats = { F64: Float64Array, F32: Float32Array }

const functions = {
  relu: ([x]) => [map(x, v => (v > 0 || v !== v ? v : 0))],
  sigmoid: ([x]) => [map(x, v => 1 / (1 + Math.exp(-v)))],
  sgd ([param, grad], { lr = 0.01, weight_decay: decay = 0 }) {
    return [map(param, (v, i) => v - lr * (grad.values[i] + decay * v))]
  },
  dense ([x, w, b]) {
    const [n, k] = x.shape
    const m = w.shape[1]
    const y = new floats[x.dtype](n * m)
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < m; j++) {
        let sum = 0
        for (let l = 0; l < k; l++) sum += x.values[i * k + l] * w.values[l * m + j]
        y[i * m + j] = sum + b.values[j]
      }
    }
    return [{ dtype: x.dtype, shape: [n, m], values: y }]
  },
}

function map (tensor, f) {
  return { ...tensor, values: tensor.values.map(f) }
}

function exactly (size) {
  const bytes = Buffer.alloc(size)
  for (let done = 0; done < size;) {
    const count = fs.readSync(0, bytes, done, size - done, null)
    if (!count) process.exit(0)
    done += count
  }
  return bytes
}

function receive () {
  const { __metadata__: metadata, ...header } = JSON.parse(exactly(Number(exactly(8).readBigUInt64LE())))
  const tensors = {}
  for (const [name, { dtype, shape, data_offsets: [start, end] }] of Object.entries(header)) {
    const bytes = exactly(end - start)
    const values = new floats[dtype](bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + end - start))
    tensors[name] = { dtype, shape, values }
  }
  return { tensors, metadata }
}

function send (tensors, metadata) {
  const header = { __metadata__: metadata }
  const buffers = []
  let start = 0
  tensors.forEach(({ dtype, shape, values }, i) => {
    const bytes = Buffer.from(values.buffer, values.byteOffset, values.byteLength)
    header[`r${i}`] = { dtype, shape, data_offsets: [start, start + bytes.length] }
    start += bytes.length
    buffers.push(bytes)
  })
  const text = Buffer.from(JSON.stringify(header))
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(text.length))
  const bytes = Buffer.concat([length, text, ...buffers])
  for (let done = 0; done < bytes.length;) done += fs.writeSync(1, bytes, done)
}

send([], { protocol: '1', functions: JSON.stringify(Object.keys(functions)) })
for (;;) {
  const { tensors, metadata } = receive()
  const { call } = metadata
  try {
    const given = JSON.parse(metadata.arguments).map(one => tensors[one.tensor])
    send(functions[metadata.function](given, JSON.parse(metadata.options)), { call })
  } catch (error) {
    send([], { call, raised: String(error) })
  }
}
