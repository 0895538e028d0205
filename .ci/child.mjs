import { spawn } from 'node:child_process'

/** What people can act upon without a stack. */
export class Expected extends Error {
  expected = true
}

const running = new Set()

let stopping = false

/** Ends what was started here together with us, also where it has started processes of its own. */
function stop(code) {
  if (stopping) return
  stopping = true
  const endAll = (signal) => {
    for (const child of running) endGroup(child, signal)
  }
  endAll('SIGTERM')
  setInterval(() => running.size === 0 && process.exit(code), 20)
  setTimeout(() => {
    endAll('SIGKILL')
    process.exit(code)
  }, 5_000)
}

function endGroup(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // It has ended meanwhile.
  }
}

let guarded = false

/** Hands the signals back, for a program that goes on with something else. */
export function release() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal)
  guarded = false
}

/**
 * Runs a command to its end, at most `timeoutMs`; `echo` shows its output as it comes.
 * Resolves with its exit code (null after the time-out) and all that it wrote.
 */
export function run(command, args, { cwd, env, echo = false, timeoutMs = 600_000 } = {}) {
  if (!guarded) {
    process.on('SIGINT', () => stop(130))
    process.on('SIGTERM', () => stop(143))
    process.on('SIGHUP', () => stop(129))
    guarded = true
  }
  return new Promise((resolve) => {
    // A group of its own, so that the time-out reaches browsers and databases too.
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    })
    running.add(child)
    let output = ''
    const keep = (chunk) => {
      output += chunk
      if (echo) process.stdout.write(chunk)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    let late = false
    const timer = setTimeout(() => {
      late = true
      output += `\nStopped after ${timeoutMs / 1000} s.\n`
      endGroup(child, 'SIGKILL')
    }, timeoutMs)
    const finish = (code) => {
      clearTimeout(timer)
      running.delete(child)
      // Whoever waits for a command that was ended with us must not go on to the next.
      if (!stopping) resolve({ code: late ? null : code, output })
    }
    child.once('error', (error) => {
      output += error.message
      finish(127)
    })
    child.once('close', (code) => finish(code))
  })
}
