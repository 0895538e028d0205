declare module 'mailauth/lib/dkim/verify.js' {
  /** Checks the signatures of a message with what `resolver` finds in the DNS. */
  export function dkimVerify(
    message: Uint8Array,
    options: { resolver: (name: string, type: string) => Promise<string[][]> },
  ): Promise<{ results: { signingDomain: string; selector: string; status: { result: string } }[] }>
}
