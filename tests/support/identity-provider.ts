import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export type Somebody = { subject: string; email: string; isEmailVerified?: boolean; name?: string; methods?: string[] };

/** What the provider gave the desk. */
export const OIDC_CLIENT = { OIDC_CLIENT_ID: "mesa", OIDC_CLIENT_SECRET: "una-clave-de-prueba", OIDC_LABEL: "Acme ID" };

/** A real OpenID provider in a process of its own. `comes` says who sits there next; null: somebody who turns back. */
export async function startIdentityProvider(): Promise<{ issuer: string; comes: (somebody: Somebody | null) => Promise<void>; stop: () => void }> {
  const server = fork(join(__dirname, "identity-provider-process.mjs"), { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  const [issuer] = (await once(server, "message")) as [string];
  return {
    issuer,
    async comes(somebody) {
      const body = somebody && { isEmailVerified: true, methods: ["pwd"], ...somebody };
      await fetch(`${issuer}/people`, { method: "POST", body: JSON.stringify(body) });
    },
    stop: () => void server.kill(),
  };
}
