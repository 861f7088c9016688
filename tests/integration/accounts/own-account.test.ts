import { askAddressChange, withdrawAddressChange } from "@/lib/accounts/commands/ask-address-change";
import { askPasswordLink, renewLink } from "@/lib/accounts/commands/ask-for-link";
import { agreeToAddress, findAddressLink, refuseAddress } from "@/lib/accounts/commands/agree-to-address";
import { changeOwnName, changeOwnPassword } from "@/lib/accounts/commands/change-own";
import { findPasswordLink } from "@/lib/accounts/commands/set-password";
import { forgetOldAccounts } from "@/lib/accounts/forget";
import { getOwnAccount } from "@/lib/accounts/own-account";
import type { PersonActor } from "@/lib/auth/actor";
import { checkPassword } from "@/lib/auth/check-password";
import { mintSystem } from "@/lib/auth/mint";
import { hashPassword } from "@/lib/auth/passwords";
import { findReader, findSession } from "@/lib/auth/person-of-session";
import { listCustomerEvents } from "@/lib/customers/queries";
import { ctxAt, forgetRequests, letJobsRun, network, PASSWORD, requestsWaiting, whileHeldUp } from "@/tests/integration/accounts/support/accounts";
import { bruno, diego, ORGANIZATIONS } from "@/tests/support/cast";
import { testDb, useDatabase } from "@/tests/support/db";
import { unwrap } from "@/tests/support/factories";
import { signedIn } from "@/tests/support/sessions";

useDatabase();

const OTHER = "otra contraseña larga 2";
const INVALID = { ok: false, code: "LINK_INVALID" };
const DAY = 24 * 60;
const as = (actor: PersonActor, minutes = 0) => ({ ...ctxAt(minutes), actor });

let people = 0;
/** Somebody new at Acme, with a password unless told. */
async function somebody({ passwordHash = true, organizationId = ORGANIZATIONS.acme.id as string | null } = {}): Promise<PersonActor> {
  people += 1;
  const placed = organizationId ? { organizationId, organizationRole: "member" as const } : {};
  const { id } = await testDb().user.create({ data: { email: `propia${people}@acme.example`, name: "Petra Propia", role: "customer", passwordHash: passwordHash ? await hashPassword(PASSWORD) : null, ...placed }, select: { id: true } });
  return (await findReader({ db: testDb() }, id))!;
}

const again = async ({ userId }: PersonActor) => (await findReader({ db: testDb() }, userId))!;
const isOpen = async (person: PersonActor, sessionId: string) => (await findSession({ db: testDb() }, { userId: person.userId, sessionVersion: 1, sessionId })) !== null;
const eventsOf = async ({ userId }: PersonActor) => (await testDb().securityEvent.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(({ type }) => type);
const enters = async (email: string, password: string) => (await checkPassword({ db: testDb(), email, password, address: network() })).ok;

beforeEach(async () => {
  await testDb().rateLimit.deleteMany();
  await testDb().mailMessage.deleteMany();
  await forgetRequests();
});

describe("one's own name", () => {
  it("changes, with its trail in the organization's history too; the same again is nothing", async () => {
    const person = await somebody();
    unwrap(await changeOwnName(as(person), { name: "Petra P. Propia" }));
    unwrap(await changeOwnName(as(await again(person)), { name: "Petra P. Propia" }));
    expect((await getOwnAccount(as(person))).name).toBe("Petra P. Propia");
    expect(await eventsOf(person)).toEqual(["name.changed"]);
    expect((await listCustomerEvents(as(diego) as never, { organizationId: ORGANIZATIONS.acme.id }))[0]).toMatchObject({ type: "person.changed", changes: [{ field: "name", from: "Petra Propia", to: "Petra P. Propia" }] });
  });
});

describe("one's own password", () => {
  const change = (person: PersonActor, sessionId: string, currentPassword = PASSWORD, password = OTHER) => changeOwnPassword(as(person), { currentPassword, password, sessionId, network: network() });

  it("changes for whoever knows the present one; other sessions and waiting links end, this session goes on, and a mail tells", async () => {
    const person = await somebody();
    const [here, there] = [await signedIn(person), await signedIn(person)];
    unwrap(await askPasswordLink(ctxAt(), { email: person.email, network: network() }));
    const token = (await letJobsRun()).find(({ to }) => to === person.email)!.token!;
    expect(await change(person, here, "no es esa")).toEqual({ ok: false, code: "WRONG_PASSWORD" });
    expect([await isOpen(person, here), await isOpen(person, there)]).toEqual([true, true]);
    unwrap(await change(person, here));
    expect([await isOpen(person, here), await isOpen(person, there)]).toEqual([true, false]);
    expect([await enters(person.email, PASSWORD), await enters(person.email, OTHER)]).toEqual([false, true]);
    expect(await findPasswordLink(ctxAt(), token)).toEqual({ state: "spent" });
    expect(await eventsOf(person)).toEqual(["password.changed"]);
    expect((await letJobsRun()).map(({ to, subject }) => [to, subject])).toEqual([[person.email, "Su contraseña cambió"]]);
  });

  it("is tried so often and no more", async () => {
    const person = await somebody();
    const sessionId = await signedIn(person);
    const answers = [];
    for (let i = 0; i < 6; i += 1) answers.push(await changeOwnPassword(as(person), { currentPassword: "mal", password: OTHER, sessionId, network: "10.8.8.8" }));
    expect(answers.at(-1)).toEqual({ ok: false, code: "TOO_MANY_TRIES" });
  });

  it("of two at once is one of both: the other knew what is the password no longer", async () => {
    const person = await somebody();
    const sessionId = await signedIn(person);
    const passwords = ["la primera de dos frases", "la segunda de dos frases"];
    const answers = await whileHeldUp({ lock: "SELECT 1 FROM app_user WHERE id = $1 FOR UPDATE", values: [person.userId], count: 2 }, () => passwords.map((password) => change(person, sessionId, PASSWORD, password)));
    expect(answers.map((each) => (each.ok ? "ok" : each.code)).sort()).toEqual(["WRONG_PASSWORD", "ok"]);
    const entered = [];
    for (const password of passwords) entered.push(await enters(person.email, password));
    expect(entered).toEqual(answers.map(({ ok }) => ok));
  });

  it("that there is none is told to whoever signs in through a provider alone", async () => {
    const person = await somebody({ passwordHash: false });
    expect((await getOwnAccount(as(person))).hasPassword).toBe(false);
    expect(await change(person, await signedIn(person))).toEqual({ ok: false, code: "NO_PASSWORD" });
  });
});

describe("one's own address", () => {
  async function asked(person: PersonActor, { email = `nueva${crypto.randomUUID().slice(0, 8)}@otro.example`, sessionId = null as string | null, minutes = 0 } = {}) {
    unwrap(await askAddressChange(as(person, minutes), { email, sessionId }));
    const mails = await letJobsRun(minutes);
    const tokenTo = (address: string) => mails.find(({ to }) => to === address)?.token ?? "";
    return { email, old: tokenTo(person.email), fresh: tokenTo(email), mails };
  }

  it.each([["old", "new"], ["new", "old"]])("changes once both agreed, from the %s first; looking agrees to nothing", async (first) => {
    const person = await somebody();
    const [here, there] = [await signedIn(person), await signedIn(person)];
    const { email, old, fresh } = await asked(person, { sessionId: here });
    expect([old.length, fresh.length, old === fresh]).toEqual([43, 43, false]);
    for (let i = 0; i < 3; i += 1) {
      expect(await findAddressLink(ctxAt(), old)).toEqual({ state: "good", side: "old", name: "Petra Propia", from: person.email, to: email });
      expect(await findAddressLink(ctxAt(), fresh)).toEqual({ state: "good", side: "new", name: "Petra Propia", from: null, to: email });
    }
    const [one, two] = first === "old" ? [old, fresh] : [fresh, old];
    expect(await agreeToAddress(ctxAt(1), { token: one })).toEqual({ ok: true, data: { outcome: "waiting" } });
    expect(await findAddressLink(ctxAt(1), one)).toEqual({ state: "waiting", side: first });
    expect((await again(person)).email).toBe(person.email);
    expect((await getOwnAccount(as(person, 1))).change).toMatchObject({ to: email, state: "open", isOldAllowed: first === "old", isNewConfirmed: first === "new" });
    expect(await agreeToAddress(ctxAt(2), { token: two })).toEqual({ ok: true, data: { outcome: "changed" } });

    expect(await again(person)).toMatchObject({ email, name: "Petra Propia", organizationId: ORGANIZATIONS.acme.id });
    expect([await enters(email, PASSWORD), await enters(person.email, PASSWORD)]).toEqual([true, false]);
    expect([await isOpen(person, here), await isOpen(person, there)]).toEqual([true, false]);
    expect(await findAddressLink(ctxAt(2), one)).toEqual({ state: "done", side: first, to: email });
    expect(await eventsOf(person)).toEqual(["address.asked", ...(first === "old" ? ["address.allowed", "address.confirmed"] : ["address.confirmed", "address.allowed"]), "address.changed"]);
    expect((await letJobsRun(2)).map(({ to, subject }) => [to, subject])).toEqual([[person.email, "El correo de su cuenta cambió"]]);
    expect((await getOwnAccount(as(await again(person), 3))).change).toBeNull();
  });

  it("ends the links that went to the one of before", async () => {
    const person = await somebody();
    const { old, fresh } = await asked(person);
    unwrap(await askPasswordLink(ctxAt(), { email: person.email, network: network() }));
    const way = (await letJobsRun()).find(({ subject }) => subject.startsWith("Su enlace"))!.token!;
    expect(await findPasswordLink(ctxAt(), way)).toMatchObject({ state: "good" });
    for (const token of [old, fresh]) unwrap(await agreeToAddress(ctxAt(), { token }));
    expect(await findPasswordLink(ctxAt(), way)).toEqual({ state: "spent" });
  });

  it("that is somebody's already is answered alike: its owner is told, and nothing changes", async () => {
    const person = await somebody();
    const free = await askAddressChange(as(person), { email: "libre@otro.example", sessionId: null });
    const other = await somebody();
    const taken = await askAddressChange(as(other), { email: bruno.email, sessionId: null });
    expect([free, taken]).toEqual([{ ok: true, data: { email: "libre@otro.example" } }, { ok: true, data: { email: bruno.email } }]);
    expect((await requestsWaiting()).map(({ kind }) => kind)).toEqual(["address-change", "address-change"]);
    const mails = await letJobsRun();
    expect(mails.map(({ to, subject, token }) => [to, subject, token !== null]).sort()).toEqual(
      [
        [person.email, "¿Permite cambiar el correo de su cuenta?", true],
        ["libre@otro.example", "Confirme este correo para su cuenta", true],
        [other.email, "¿Permite cambiar el correo de su cuenta?", true],
        [bruno.email, "Este correo ya es el de su cuenta", false],
      ].sort(),
    );
    // Who asked is not named to the owner.
    expect(mails.find(({ to }) => to === bruno.email)!.text).not.toMatch(/Petra|propia/);
    expect(await agreeToAddress(ctxAt(), { token: mails.find(({ to }) => to === other.email)!.token! })).toEqual({ ok: true, data: { outcome: "waiting" } });
    const shown = async (each: PersonActor) => ({ ...(await getOwnAccount(as(each, 1))).change, to: "", isOldAllowed: false });
    expect(await shown(other)).toEqual(await shown(person));
    expect((await again(other)).email).toBe(other.email);
  });

  it("that becomes somebody's meanwhile is not taken from them", async () => {
    const person = await somebody();
    const { email, old, fresh } = await asked(person);
    unwrap(await agreeToAddress(ctxAt(), { token: old }));
    await testDb().user.create({ data: { email, name: "Llegó Antes", role: "customer" } });
    expect(await agreeToAddress(ctxAt(), { token: fresh })).toEqual({ ok: false, code: "ADDRESS_CHANGE_FAILED" });
    expect((await again(person)).email).toBe(person.email);
  });

  it.each(["old", "new"])("is refused from the %s one: both links are dead, and its person is told", async (side) => {
    const person = await somebody();
    const { email, old, fresh } = await asked(person);
    const [mine, theirs] = side === "old" ? [old, fresh] : [fresh, old];
    unwrap(await agreeToAddress(ctxAt(), { token: theirs }));
    unwrap(await refuseAddress(ctxAt(), { token: mine }));
    expect(await findAddressLink(ctxAt(), mine)).toEqual({ state: "refused", side, to: email });
    for (const token of [old, fresh]) expect(await agreeToAddress(ctxAt(), { token })).toEqual(INVALID);
    expect((await getOwnAccount(as(person))).change).toMatchObject({ to: email, state: "refused" });
    expect(await testDb().securityEvent.findFirst({ where: { userId: person.userId, type: "address.refused" } })).toMatchObject({ data: { to: email, by: side } });
    expect((await getOwnAccount(as(person, 8 * DAY))).change).toBeNull();
  });

  it("is agreed to or refused, not both at once, and changes once of many posts", async () => {
    const person = await somebody();
    const first = await asked(person);
    unwrap(await agreeToAddress(ctxAt(), { token: first.old }));
    const lock = { lock: "SELECT 1 FROM address_change WHERE user_id = $1 FOR UPDATE", values: [person.userId] };
    const answers = await whileHeldUp({ ...lock, count: 2 }, (): Promise<{ ok: boolean }>[] => [agreeToAddress(ctxAt(), { token: first.fresh }), refuseAddress(ctxAt(), { token: first.fresh })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const isChanged = answers[0]!.ok;
    expect((await again(person)).email).toBe(isChanged ? first.email : person.email);

    const other = await somebody();
    const second = await asked(other);
    const posts = await whileHeldUp({ ...lock, values: [other.userId], count: 4 }, () => [second.old, second.fresh, second.old, second.fresh].map((token) => agreeToAddress(ctxAt(), { token })));
    expect(posts.map((each) => (each.ok ? each.data.outcome : each.code)).sort()).toEqual(["LINK_INVALID", "LINK_INVALID", "changed", "waiting"]);
    expect((await eventsOf(other)).filter((type) => type === "address.changed")).toHaveLength(1);
  });

  it("waits a day for both, by links of half an hour each, which are renewed one by one", async () => {
    const person = await somebody();
    const { email, old, fresh } = await asked(person);
    expect([await findAddressLink(ctxAt(30), old), await findAddressLink(ctxAt(30), fresh)]).toEqual([{ state: "expired" }, { state: "expired" }]);
    unwrap(await renewLink(ctxAt(60), { token: fresh, network: network() }));
    const mails = await letJobsRun(60);
    expect(mails.map(({ to }) => to)).toEqual([email]);
    unwrap(await agreeToAddress(ctxAt(61), { token: mails[0]!.token! }));
    expect(await findAddressLink(ctxAt(DAY), old)).toEqual({ state: "closed" });
    unwrap(await renewLink(ctxAt(DAY), { token: old, network: network() }));
    expect(await letJobsRun(DAY)).toEqual([]);
    expect((await getOwnAccount(as(person, DAY))).change).toMatchObject({ state: "expired" });
    await forgetOldAccounts({ ...ctxAt(32 * DAY), actor: mintSystem() });
    expect(await testDb().addressChange.count({ where: { userId: person.userId } })).toBe(0);
  });

  it("asked for again takes the place of what was asked before, and can be withdrawn", async () => {
    const person = await somebody();
    const first = await asked(person);
    const second = await asked(person, { minutes: 1 });
    expect(await findAddressLink(ctxAt(2), first.old)).toEqual({ state: "closed" });
    expect(await agreeToAddress(ctxAt(2), { token: first.fresh })).toEqual(INVALID);
    unwrap(await withdrawAddressChange(as(person, 3)));
    expect(await agreeToAddress(ctxAt(3), { token: second.old })).toEqual(INVALID);
    expect(await withdrawAddressChange(as(person, 3))).toEqual({ ok: false, code: "ADDRESS_CHANGE_CLOSED" });
    const both = await Promise.all([1, 2].map(() => askAddressChange(as(person, 4), { email: "dos@otro.example", sessionId: null })));
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await testDb().addressChange.count({ where: { userId: person.userId, state: "open" } })).toBe(1);
  });

  it("is another one, and asked for so often and no more", async () => {
    const person = await somebody();
    expect(await askAddressChange(as(person), { email: person.email, sessionId: null })).toEqual({ ok: false, code: "ADDRESS_SAME" });
    const answers = [];
    for (let i = 0; i < 6; i += 1) answers.push(await askAddressChange(as(person), { email: `una${i}@otro.example`, sessionId: null }));
    expect(answers.at(-1)).toEqual({ ok: false, code: "ADDRESS_CHANGES_TOO_MANY" });
  });

  it("of somebody who was suspended meanwhile stays", async () => {
    const person = await somebody();
    const { old, fresh } = await asked(person);
    unwrap(await agreeToAddress(ctxAt(), { token: old }));
    await testDb().user.update({ where: { id: person.userId }, data: { suspendedAt: new Date() } });
    expect(await findAddressLink(ctxAt(), fresh)).toEqual({ state: "closed" });
    expect(await agreeToAddress(ctxAt(), { token: fresh })).toEqual({ ok: false, code: "ADDRESS_CHANGE_CLOSED" });
  });

  it.each(["", "x", "\0", "' OR 1=1 --"])("by a link that nobody made does not change: %j", async (token) => {
    expect(await findAddressLink(ctxAt(), token)).toBeNull();
    expect(await agreeToAddress(ctxAt(), { token })).toEqual(INVALID);
    expect(await refuseAddress(ctxAt(), { token })).toEqual(INVALID);
  });
});
