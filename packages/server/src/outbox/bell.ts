/** Who waits for it goes on when it is rung, or after so long; a ring that nobody heard is for whoever waits next. */
export function createBell() {
  let rung = false
  let goOn = () => {}
  return {
    ring() {
      rung = true
      goOn()
    },
    async wait(ms: number) {
      const heard = new Promise<void>((resolve) => {
        goOn = resolve
      })
      if (!rung) await Promise.race([heard, sleep(ms)])
      rung = false
    },
  }
}

/** Does not keep the process from ending. */
export const sleep = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms).unref()
  })
