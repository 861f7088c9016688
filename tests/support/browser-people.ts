import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** The cast of the demonstration, by first name. */
export const ADDRESSES = {
  ana: "ana@acme.example",
  andres: "andres@acme.example",
  bruno: "bruno@globex.example",
  lucia: "lucia@sonrisaclara.example",
  martin: "martin@sonrisaclara.example",
  pilar: "pilar@eltintero.example",
  hugo: "hugo@eltintero.example",
  rosa: "rosa@robles-asociados.example",
  ivan: "ivan@robles-asociados.example",
  teresa: "teresa@robles-asociados.example",
  carla: "carla@impera.example",
  elena: "elena@impera.example",
  diego: "diego@impera.example",
} as const;

export type Person = keyof typeof ADDRESSES;
export const PEOPLE = Object.keys(ADDRESSES) as Person[];

export const STATE_DIRECTORY = join(__dirname, "../../test-results/signed-in");

/** A person's session, as the browser keeps it; signed in once a run, because tries are counted. */
export function stateFile(person: Person): string {
  return join(STATE_DIRECTORY, `${person}.json`);
}

export function deskUrl(): string {
  const url = process.env.E2E_URL;
  if (!url) throw new Error("There is no desk to test: run the browser tests through Playwright with the project's configuration.");
  return url;
}

export function password(): string {
  return process.env.SEED_PASSWORD ?? "";
}

/** Signs in through next-auth's own address; the form has a test of its own. */
export async function signInOverHttp(person: Person, file: string): Promise<void> {
  const state = { cookies: await sessionCookies(ADDRESSES[person]), origins: [] };
  writeFileSync(file, JSON.stringify(state), { mode: 0o600 });
}

export type Cookie = { name: string; value: string; domain: string; path: string; expires: number; httpOnly: boolean; secure: boolean; sameSite: "Lax" };

/** The cookies of whoever has the demonstration's password. */
export async function sessionCookies(email: string, url = deskUrl()): Promise<Cookie[]> {
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", cookie: asked.headers.getSetCookie().map(pairOf).join("; ") },
    body: new URLSearchParams({ csrfToken, email, password: password(), json: "true" }),
  });
  const pair = answer.headers.getSetCookie().map(pairOf).find((each) => each.includes("session-token"));
  if (!pair) throw new Error(`${email} could not be signed in (${answer.status}): ${(await answer.text()).slice(0, 300)}`);
  const at = pair.indexOf("=");
  return [
    {
      name: pair.slice(0, at),
      value: pair.slice(at + 1),
      domain: new URL(url).hostname,
      path: "/",
      expires: Math.floor(Date.now() / 1000) + 86_400,
      httpOnly: true,
      secure: url.startsWith("https://"),
      sameSite: "Lax",
    },
  ];
}

function pairOf(setCookie: string): string {
  return setCookie.split(";")[0] ?? "";
}
