import { createHash } from "node:crypto";
import { askPasswordLink, renewLink } from "@/lib/accounts/commands/ask-for-link";
import { createPasswordLink, findPasswordLink, setPasswordWithLink } from "@/lib/accounts/commands/set-password";
import { sendLink } from "@/lib/accounts/commands/send-link";
import { checkPassword } from "@/lib/auth/check-password";
import { mintSystem } from "@/lib/auth/mint";
import { findPersonOfSession } from "@/lib/auth/person-of-session";
import { andres, ana, bruno, sergio } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { letJobsRun, network, PASSWORD, requestsWaiting, whileHeldUp } from "@/tests/integration/accounts/support/accounts";

useDatabase();

const INVALID = { ok: false, code: "LINK_INVALID" };
const ctx = (minutesLater = 0) => ({ db: testDb(), now: NOON.add({ minutes: minutesLater }) });
const signIn = (email: string, password: string) => checkPassword({ db: testDb(), email, password, address: "10.1.1.1" });

describe("a link that sets a password", () => {
  it("names its owner, sets the password, and lets the owner in", async () => {
    const token = await createPasswordLink(ctx(), { userId: ana.userId });
    expect(await findPasswordLink(ctx(), token)).toEqual({ state: "good", owner: { name: "Ana Torres", email: "ana@acme.example" } });
    expect(await setPasswordWithLink(ctx(), { token, password: PASSWORD })).toEqual({ ok: true, data: { name: "Ana Torres", email: "ana@acme.example" } });
    expect(await signIn(ana.email, PASSWORD)).toMatchObject({ ok: true, data: { sessionVersion: 2 } });
  });

  it("is 256 bits of which only the hash is kept", async () => {
    const token = await createPasswordLink(ctx(), { userId: ana.userId });
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const rows = await testDb().accountLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(rows.map((row) => row.tokenHash)).toContain(createHash("sha256").update(token).digest("hex"));
  });

  it("is not used up by looking: a mail scanner does no harm", async () => {
    const token = await createPasswordLink(ctx(), { userId: ana.userId });
    for (let i = 0; i < 5; i += 1) expect(await findPasswordLink(ctx(), token)).toMatchObject({ state: "good" });
    expect(await setPasswordWithLink(ctx(), { token, password: PASSWORD })).toMatchObject({ ok: true });
  });

  it("works once", async () => {
    const token = await createPasswordLink(ctx(), { userId: ana.userId });
    await setPasswordWithLink(ctx(), { token, password: PASSWORD });
    expect(await findPasswordLink(ctx(), token)).toEqual({ state: "spent" });
    expect(await setPasswordWithLink(ctx(), { token, password: "otra contraseña 22" })).toEqual(INVALID);
    expect(await signIn(ana.email, PASSWORD)).toMatchObject({ ok: true });
  });

  it("works once, also when five posts arrive at once", async () => {
    const token = await createPasswordLink(ctx(), { userId: andres.userId });
    const passwords = Array.from({ length: 5 }, (_, i) => `contraseña número ${i}`);
    const answers = await whileHeldUp({ lock: "SELECT 1 FROM app_user WHERE id = $1 FOR UPDATE", values: [andres.userId], count: 5 }, () => passwords.map((password) => setPasswordWithLink(ctx(), { token, password })));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    const winner = passwords[answers.findIndex((answer) => answer.ok)]!;
    expect(await signIn(andres.email, winner)).toMatchObject({ ok: true, data: { sessionVersion: 2 } });
  });

  it("works for thirty minutes, and not at the thirtieth", async () => {
    const token = await createPasswordLink(ctx(), { userId: ana.userId });
    expect(await findPasswordLink(ctx(29), token)).toMatchObject({ state: "good" });
    expect(await findPasswordLink(ctx(30), token)).toEqual({ state: "expired" });
    expect(await setPasswordWithLink(ctx(30), { token, password: PASSWORD })).toEqual(INVALID);
  });

  it("works as long as it was made for", async () => {
    const token = await createPasswordLink(ctx(), { userId: ana.userId, minutes: 24 * 60 });
    expect(await findPasswordLink(ctx(24 * 60 - 1), token)).toMatchObject({ state: "good" });
  });

  it("ends the ones that were made before it", async () => {
    const first = await createPasswordLink(ctx(), { userId: bruno.userId });
    const second = await createPasswordLink(ctx(1), { userId: bruno.userId });
    expect(await findPasswordLink(ctx(2), first)).toEqual({ state: "spent" });
    expect(await findPasswordLink(ctx(2), second)).toMatchObject({ state: "good" });
  });

  it("ends every session of its owner", async () => {
    const { sessionVersion } = await testDb().user.findUniqueOrThrow({ where: { id: ana.userId } });
    const session = { userId: ana.userId, sessionVersion };
    expect(await findPersonOfSession({ db: testDb() }, session)).not.toBeNull();
    await setPasswordWithLink(ctx(), { token: await createPasswordLink(ctx(), { userId: ana.userId }), password: PASSWORD });
    expect(await findPersonOfSession({ db: testDb() }, session)).toBeNull();
  });

  it("of a suspended person does nothing", async () => {
    const token = await createPasswordLink(ctx(), { userId: sergio.userId });
    expect(await findPasswordLink(ctx(), token)).toBeNull();
    expect(await setPasswordWithLink(ctx(), { token, password: PASSWORD })).toEqual(INVALID);
  });

  it.each(["", "x", "\0", "\uD800", "a".repeat(200), "' OR 1=1 --"])("that nobody made is invalid: %j", async (token) => {
    expect(await findPasswordLink(ctx(), token)).toBeNull();
    expect(await setPasswordWithLink(ctx(), { token, password: PASSWORD })).toEqual(INVALID);
  });
});

describe("a forgotten password", () => {
  beforeEach(() => testDb().mailMessage.deleteMany());

  it("is answered in the same way, with the same work, for an address that is nobody's, and gets a mail only where it is somebody's", async () => {
    const answers = [];
    for (const email of [ana.email, "nadie@acme.example", sergio.email]) answers.push(await askPasswordLink(ctx(), { email, network: network() }));
    expect(answers).toEqual(answers.map(() => ({ ok: true, data: null })));
    expect((await requestsWaiting()).map(({ kind }) => kind)).toEqual(["password", "password", "password"]);
    expect(await testDb().accountLink.count({ where: { address: "nadie@acme.example" } })).toBe(0);
    const mails = await letJobsRun();
    expect(mails.map(({ to, state }) => [to, state])).toEqual([[ana.email, "kept"]]);
    expect(mails[0]!.text).toContain("http://localhost:3000/set-password/");
  });

  it("ends the other sessions by the link of the mail, and tells the person that it changed", async () => {
    await askPasswordLink(ctx(), { email: bruno.email, network: network() });
    const [mail] = await letJobsRun();
    const { sessionVersion } = await testDb().user.findUniqueOrThrow({ where: { id: bruno.userId } });
    expect(await setPasswordWithLink(ctx(1), { token: mail!.token!, password: PASSWORD })).toMatchObject({ ok: true });
    expect(await findPersonOfSession({ db: testDb() }, { userId: bruno.userId, sessionVersion })).toBeNull();
    // It was the first one that he had; the second time there is something to tell.
    expect(await letJobsRun(1)).toEqual([]);
    await setPasswordWithLink(ctx(2), { token: await createPasswordLink(ctx(2), { userId: bruno.userId }), password: "otra contraseña 22" });
    expect(await letJobsRun(2)).toMatchObject([{ to: bruno.email, subject: "Su contraseña cambió", token: null }]);
  });

  it("is made of several links at once, of which one works", async () => {
    await Promise.all(Array.from({ length: 4 }, () => askPasswordLink(ctx(), { email: andres.email, network: network() })));
    await Promise.all((await requestsWaiting()).map((request) => sendLink({ db: testDb(), actor: mintSystem(), now: NOON }, request)));
    await testDb().$executeRaw`DELETE FROM pgboss.job WHERE name = 'accounts.send-link'`;
    expect(await testDb().accountLink.count({ where: { userId: andres.userId, usedAt: null } })).toBe(1);
    // What became of the others is a mail without effect.
    expect((await letJobsRun()).map(({ state }) => state).sort()).toEqual(["kept", "withdrawn", "withdrawn", "withdrawn"]);
  });

  it("may be asked for five times in a quarter of an hour, for an address that is nobody's too", async () => {
    const from = network();
    for (const email of [ana.email, "otra@acme.example"]) {
      const answers = [];
      for (let i = 0; i < 6; i += 1) answers.push(await askPasswordLink(ctx(), { email, network: from }));
      expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true, true, false]);
    }
    await letJobsRun();
  });

  it("is asked for anew by a link that is past its time, and by no other's", async () => {
    const token = await createPasswordLink(ctx(), { userId: ana.userId });
    for (const each of [token, "x".repeat(43)]) expect(await renewLink(ctx(31), { token: each, network: network() })).toEqual({ ok: true, data: null });
    const mails = await letJobsRun(31);
    expect(mails.map(({ to }) => to)).toEqual([ana.email]);
    expect(await findPasswordLink(ctx(31), mails[0]!.token!)).toMatchObject({ state: "good" });
  });

  it("of somebody whose address is another by now is of no use", async () => {
    const token = await createPasswordLink(ctx(), { userId: ana.userId });
    await testDb().user.update({ where: { id: ana.userId }, data: { email: "ana@otra.example" } });
    expect(await findPasswordLink(ctx(), token)).toBeNull();
    expect(await setPasswordWithLink(ctx(), { token, password: PASSWORD })).toEqual(INVALID);
    await testDb().user.update({ where: { id: ana.userId }, data: { email: ana.email } });
  });
});
