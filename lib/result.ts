/** What a command answers: a refusal is a value that the caller must handle; a bug is an exception. */
export type Ok<T> = { ok: true; data: T };
export type Refusal<C extends string, D = unknown> = { ok: false; code: C; details?: D };
export type Result<T, C extends string = never, D = unknown> = Ok<T> | Refusal<C, D>;

export function ok<T>(data: T): Ok<T> {
  return { ok: true, data };
}

export function refuse<const C extends string, D = undefined>(code: C, details?: D): Refusal<C, D> {
  return details === undefined ? { ok: false, code } : { ok: false, code, details };
}
