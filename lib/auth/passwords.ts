import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** `Algorithm.Argon2id`, a const enum that a transpiler of single files cannot read. */
const ARGON2ID = 2;

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

/** Takes the same time whether the person exists, has a password, or neither. */
export async function verifyPassword({ password, passwordHash }: { password: string; passwordHash: string | null }): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await decoyHash()), password);
  return matches && passwordHash !== null;
}

let decoy: Promise<string> | undefined;
function decoyHash(): Promise<string> {
  decoy ??= hashPassword(crypto.randomUUID());
  return decoy;
}
