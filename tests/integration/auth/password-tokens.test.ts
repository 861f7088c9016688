import { createHash } from "node:crypto";
import { checkPassword } from "@/lib/auth/check-password";
import { createPasswordToken, findPasswordToken, setPasswordWithToken } from "@/lib/auth/password-tokens";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { andres, ana, bruno, sergio } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDatabaseUrl, testDb, useDatabase, withConnection } from "@/tests/support/db";

useDatabase();

const PASSWORD = "una contraseña larga 1";
const INVALID = { ok: false, code: "LINK_INVALID" };
const ctx = (minutesLater = 0) => ({ db: testDb(), now: NOON.add({ minutes: minutesLater }) });
const signIn = (email: string, password: string) => checkPassword({ db: testDb(), email, password, address: "10.1.1.1" });

describe("a link that sets a password", () => {
  it("names its owner, sets the password, and lets the owner in", async () => {
    const token = await createPasswordToken(ctx(), ana.userId);
    expect(await findPasswordToken(ctx(), token)).toEqual({ name: "Ana Torres", email: "ana@acme.example" });
    expect(await setPasswordWithToken(ctx(), { token, password: PASSWORD })).toEqual({ ok: true, data: { name: "Ana Torres", email: "ana@acme.example" } });
    expect(await signIn(ana.email, PASSWORD)).toMatchObject({ ok: true, data: { sessionVersion: 2 } });
  });

  it("is 256 bits of which only the hash is kept", async () => {
    const token = await createPasswordToken(ctx(), ana.userId);
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const rows = await testDb().passwordToken.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.map((row) => row.tokenHash)).toContain(createHash("sha256").update(token).digest("hex"));
  });

  it("is not used up by looking: a mail scanner does no harm", async () => {
    const token = await createPasswordToken(ctx(), ana.userId);
    for (let i = 0; i < 5; i += 1) expect(await findPasswordToken(ctx(), token)).not.toBeNull();
    expect(await setPasswordWithToken(ctx(), { token, password: PASSWORD })).toMatchObject({ ok: true });
  });

  it("works once", async () => {
    const token = await createPasswordToken(ctx(), ana.userId);
    await setPasswordWithToken(ctx(), { token, password: PASSWORD });
    expect(await findPasswordToken(ctx(), token)).toBeNull();
    expect(await setPasswordWithToken(ctx(), { token, password: "otra contraseña 22" })).toEqual(INVALID);
    expect(await signIn(ana.email, PASSWORD)).toMatchObject({ ok: true });
  });

  it("works once, also when five posts arrive at once", async () => {
    const token = await createPasswordToken(ctx(), andres.userId);
    const passwords = Array.from({ length: 5 }, (_, i) => `contraseña número ${i}`);
    const answers = await whileHeldUp(andres.userId, 5, () => passwords.map((password) => setPasswordWithToken(ctx(), { token, password })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const winner = passwords[answers.findIndex((answer) => answer.ok)]!;
    expect(await signIn(andres.email, winner)).toMatchObject({ ok: true, data: { sessionVersion: 2 } });
  });

  it("works for thirty minutes, and not at the thirtieth", async () => {
    const token = await createPasswordToken(ctx(), ana.userId);
    expect(await findPasswordToken(ctx(29), token)).not.toBeNull();
    expect(await findPasswordToken(ctx(30), token)).toBeNull();
    expect(await setPasswordWithToken(ctx(30), { token, password: PASSWORD })).toEqual(INVALID);
  });

  it("works as long as it was made for", async () => {
    const token = await createPasswordToken(ctx(), ana.userId, { minutes: 24 * 60 });
    expect(await findPasswordToken(ctx(24 * 60 - 1), token)).not.toBeNull();
  });

  it("ends the ones that were made before it", async () => {
    const first = await createPasswordToken(ctx(), bruno.userId);
    const second = await createPasswordToken(ctx(1), bruno.userId);
    expect(await findPasswordToken(ctx(2), first)).toBeNull();
    expect(await findPasswordToken(ctx(2), second)).not.toBeNull();
  });

  it("ends every session of its owner", async () => {
    const { sessionVersion } = await testDb().user.findUniqueOrThrow({ where: { id: ana.userId } });
    const session = { userId: ana.userId, sessionVersion };
    expect(await findPersonOfSession({ db: testDb() }, session)).not.toBeNull();
    await setPasswordWithToken(ctx(), { token: await createPasswordToken(ctx(), ana.userId), password: PASSWORD });
    expect(await findPersonOfSession({ db: testDb() }, session)).toBeNull();
  });

  it("of a suspended person does nothing", async () => {
    const token = await createPasswordToken(ctx(), sergio.userId);
    expect(await findPasswordToken(ctx(), token)).toBeNull();
    expect(await setPasswordWithToken(ctx(), { token, password: PASSWORD })).toEqual(INVALID);
  });

  it.each(["", "x", "\0", "\uD800", "a".repeat(200), "' OR 1=1 --"])("that nobody made is invalid: %j", async (token) => {
    expect(await findPasswordToken(ctx(), token)).toBeNull();
    expect(await setPasswordWithToken(ctx(), { token, password: PASSWORD })).toEqual(INVALID);
  });
});

/** Lets `count` posts pile up before the last step of any of them, which writes the person's row, and then lets them go all at once. */
function whileHeldUp<T>(userId: string, count: number, start: () => Promise<T>[]): Promise<T[]> {
  return withConnection(testDatabaseUrl(), async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT 1 FROM app_user WHERE id = $1 FOR UPDATE", [userId]);
    const posts = start();
    const end = Date.now() + 10_000;
    for (let waiting = 0; waiting < count && Date.now() < end; ) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      const [locked] = await testDb().$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
      waiting = locked?.count ?? 0;
    }
    await client.query("COMMIT");
    return Promise.all(posts);
  });
}
