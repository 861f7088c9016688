import { approveSignUp, refuseSignUp } from "@/lib/accounts/commands/decide-sign-up";
import { admitStranger } from "@/lib/accounts/commands/admit-stranger";
import { confirmSignUp, signUp } from "@/lib/accounts/commands/sign-up";
import { forgetOldAccounts } from "@/lib/accounts/forget";
import { TELL_SIGN_UP } from "@/lib/accounts/sign-up-news";
import type { PersonActor } from "@/lib/auth/actor";
import { mintSystem } from "@/lib/auth/mint";
import { savePreferences } from "@/lib/notifications/commands/save-preferences";
import { countUnread, listNotifications } from "@/lib/notifications/queries";
import { preferencesSchema } from "@/lib/notifications/schema";
import { tellSignUp } from "@/lib/notifications/tell-sign-up";
import { ctxAt, letJobsRun, network, PASSWORD, tokenIn } from "@/tests/integration/accounts/support/accounts";
import { ctxOf, forgetTold, mailTo } from "@/tests/integration/notifications/support/telling";
import { ana, carla, diego, elena } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";

useDatabase();

const minutesOn = (minutes: number) => NOON.add({ minutes });
const told = async (actor: PersonActor) => (await listNotifications(ctxOf(actor, NOON))).items.map(({ sentence, href, isRead }) => [sentence, href, isRead]);
const WAITS = (name: string) => [`${name} pide una cuenta y espera que se apruebe.`, "/agent/customers/requests", false];

beforeEach(async () => {
  await forgetTold();
  await testDb().$executeRaw`DELETE FROM pgboss.job WHERE name = ${TELL_SIGN_UP}`;
});

/** What the job is asked for, in its order; done, and gone. */
async function letItTell(now = NOON): Promise<string[]> {
  const rows = await testDb().$queryRaw<{ id: string }[]>`SELECT data->>'signUpId' AS id FROM pgboss.job WHERE name = ${TELL_SIGN_UP} ORDER BY created_on, id`;
  for (const { id } of rows) await tellSignUp({ db: testDb(), now }, { signUpId: id });
  await testDb().$executeRaw`DELETE FROM pgboss.job WHERE name = ${TELL_SIGN_UP}`;
  return rows.map(({ id }) => id);
}

let people = 0;
async function waiting(name: string, email = `espera${(people += 1)}@suelto.example`): Promise<string> {
  unwrap(await signUp(ctxAt(), { name, email, password: PASSWORD, network: network() }));
  const mail = (await letJobsRun()).find(({ to }) => to === email)!;
  unwrap(await confirmSignUp(ctxAt(), { token: tokenIn(mail.text)!, password: PASSWORD }));
  return (await testDb().signUp.findFirstOrThrow({ where: { email, state: "waiting" } })).id;
}

describe("a sign-up that waits", () => {
  it("is told to everybody of the desk, once, and to no customer; by the bell, and by mail", async () => {
    const id = await waiting("Nora Nueva");
    expect(await letItTell()).toEqual([id]);
    await tellSignUp({ db: testDb(), now: NOON }, { signUpId: id });
    for (const actor of [carla, elena, diego]) expect(await told(actor)).toEqual([WAITS("Nora Nueva")]);
    expect([await told(ana), await countUnread(ctxOf(carla, NOON))]).toEqual([[], 1]);
    const [mail] = await mailTo(carla, minutesOn(2));
    expect(mail).toMatchObject({ address: carla.email, subject: "Alguien espera que se apruebe su registro" });
    expect(mail!.bodyText).toContain("Nora Nueva pide una cuenta");
    expect(mail!.bodyText).toContain("http://localhost:3000/agent/customers/requests");
  });

  it("is told of whoever comes through an identity provider too, and not of those whom their domain places", async () => {
    const stranger = { issuer: "https://id.example", subject: "s-1", email: "proveedor@suelto.example", name: "Pablo", providerName: "Acme ID" };
    for (let i = 0; i < 2; i += 1) expect(await testDb().$transaction((tx) => admitStranger(tx, stranger, NOON))).toEqual({ ok: false, code: "PROVIDER_WAITING" });
    expect(await letItTell()).toHaveLength(1);
    expect(await told(diego)).toEqual([WAITS("Pablo")]);
  });

  it("needs no bell and no mail any more once somebody decided", async () => {
    const approved = await waiting("Aprobada Uno");
    const refused = await waiting("Negado Dos");
    await letItTell();
    unwrap(await approveSignUp({ ...ctxAt(), actor: carla }, { signUpId: approved, organization: "" }));
    unwrap(await refuseSignUp({ ...ctxAt(), actor: carla }, { signUpId: refused, reason: "No" }));
    expect(await letItTell()).toEqual([approved, refused]);
    expect(await told(diego)).toEqual(expect.arrayContaining([["Ya se decidió el registro de Aprobada Uno.", "/agent/customers/requests", true], ["Ya se decidió el registro de Negado Dos.", "/agent/customers/requests", true]]));
    expect([await countUnread(ctxOf(elena, NOON)), await mailTo(elena, minutesOn(2))]).toEqual([0, []]);
  });

  it("is told to nobody when it was decided before the job looked", async () => {
    const id = await waiting("Rápida Tres");
    unwrap(await approveSignUp({ ...ctxAt(), actor: carla }, { signUpId: id, organization: "" }));
    await letItTell();
    expect(await told(diego)).toEqual([]);
  });

  it("asked for anew takes the place of the request before, in the bell too, and is forgotten with it", async () => {
    const first = await waiting("Primera Vez", "doble@suelto.example");
    await letItTell();
    await waiting("Segunda Vez", "doble@suelto.example");
    await letItTell();
    expect([await told(carla), await countUnread(ctxOf(carla, NOON))]).toEqual([[WAITS("Segunda Vez")], 1]);
    await forgetOldAccounts({ db: testDb(), actor: mintSystem(), now: NOON.add({ hours: 40 * 24 }) });
    expect([await testDb().signUp.count({ where: { id: first } }), await testDb().notification.count({ where: { signUpId: first } })]).toEqual([0, 0]);
  });

  it("comes as each of the desk chose", async () => {
    unwrap(await savePreferences(ctxOf(elena, NOON), preferencesSchema.parse({})));
    await waiting("Nadie Avisa");
    await letItTell();
    expect([await told(elena), await mailTo(elena, minutesOn(2))]).toEqual([[], []]);
    expect(await told(diego)).toHaveLength(1);
  });
});
