/** Why an upload stopped, and whether another try could mend it. */
export interface UploadProblem {
  kind: "offline" | "busy" | "signedOut" | "refused" | "server";
  isFinal: boolean;
  /** The server's words, where it said some. */
  message: string | null;
}

export interface UploadAnswer {
  /** Of HTTP; 0 when there was no answer. */
  status: number;
  code: string | null;
  message: string | null;
}

/** What is wrong with the file itself stays wrong with each try. */
const ABOUT_THE_FILE = /^(FILE|FILES|IMAGE)_/;

export function problemOf({ status, code, message }: UploadAnswer): UploadProblem {
  if (status === 0) return { kind: "offline", isFinal: false, message: null };
  if (code === "SIGNED_OUT" || status === 401) return { kind: "signedOut", isFinal: false, message: null };
  if (code ? ABOUT_THE_FILE.test(code) : status === 413 || status === 415) return { kind: "refused", isFinal: true, message };
  // The address has run out, another piece is still being written: the next try asks for a new one.
  if (status < 500) return { kind: "busy", isFinal: false, message };
  return { kind: "server", isFinal: false, message };
}
