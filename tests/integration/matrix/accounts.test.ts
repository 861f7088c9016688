import { joinByInvitation } from "@/lib/accounts/commands/accept-invitation";
import { askAddressChange, withdrawAddressChange } from "@/lib/accounts/commands/ask-address-change";
import { changeOwnName, changeOwnPassword } from "@/lib/accounts/commands/change-own";
import { approveSignUp, refuseSignUp } from "@/lib/accounts/commands/decide-sign-up";
import { invite, resendInvitation, withdrawInvitation } from "@/lib/accounts/commands/invite";
import { listOpenInvitations } from "@/lib/accounts/invitations";
import { createLink } from "@/lib/accounts/links";
import { getOwnAccount } from "@/lib/accounts/own-account";
import { countWaitingSignUps, listDecidedSignUps, listWaitingSignUps } from "@/lib/accounts/queries";
import { findAccountSettings, saveAccountSettings } from "@/lib/accounts/settings";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { exportedJobs, exportedOperations } from "@/tests/integration/matrix/support/exported";
import { code, outcomeOf } from "@/tests/integration/matrix/support/rows";
import { ACTORS } from "@/tests/integration/matrix/support/table";
import { ana, andres, bruno, carla, diego, ORGANIZATIONS } from "@/tests/support/cast";
import { NOON } from "@/tests/support/clock";
import { testDb, useDatabase } from "@/tests/support/db";
import { toDate } from "@/lib/time/instants";

useDatabase();

type World = { signUpId: string; invitationId: string; token: string };
/** Who acts, by whatever type: a cast must not open a door. */
type Row = { expected: string; run: (ctx: Context<StaffActor>, world: World) => Promise<string> };

/** Of no password that is tried here. */
const PASSWORD_HASH = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$1DZ6B+3Nw1bZ6Wm2m3v0wV1o0cQm1jz4kq0yQ2m8m2E";
const INVITED = { name: "Noé", email: "noe@suelto.example" };
const sees = (found: unknown) => (found ? "sees" : "none");
const STAFF_SEE = "gate none none none gate sees sees";
const STAFF_DO = "gate FORBIDDEN FORBIDDEN FORBIDDEN gate ok ok";
const ADMINS_DO = "gate FORBIDDEN FORBIDDEN FORBIDDEN gate FORBIDDEN ok";

/** About somebody who waits and somebody who was refused. In the order of ACTORS. */
const OPERATIONS: Record<string, Row> = {
  listWaitingSignUps: { expected: STAFF_SEE, run: async (ctx) => sees((await listWaitingSignUps(ctx)).length) },
  countWaitingSignUps: { expected: STAFF_SEE, run: async (ctx) => sees(await countWaitingSignUps(ctx)) },
  listDecidedSignUps: { expected: STAFF_SEE, run: async (ctx) => sees((await listDecidedSignUps(ctx)).length) },
  approveSignUp: { expected: STAFF_DO, run: async (ctx, { signUpId }) => code(await approveSignUp(ctx, { signUpId, organization: "acme" })) },
  refuseSignUp: { expected: STAFF_DO, run: async (ctx, { signUpId }) => code(await refuseSignUp(ctx, { signUpId, reason: "No" })) },
  "invite(acme)": { expected: "gate ORGANIZATION_NOT_FOUND FORBIDDEN ok gate ok ok", run: async (ctx) => code(await invite(ctx, { ...INVITED, organizationId: ORGANIZATIONS.acme.id })) },
  "invite(globex)": { expected: "gate ok ORGANIZATION_NOT_FOUND ORGANIZATION_NOT_FOUND gate ok ok", run: async (ctx) => code(await invite(ctx, { ...INVITED, organizationId: ORGANIZATIONS.globex.id })) },
  "invite(acme, as a manager)": { expected: "gate ORGANIZATION_NOT_FOUND FORBIDDEN FORBIDDEN gate FORBIDDEN ok", run: async (ctx) => code(await invite(ctx, { ...INVITED, organizationId: ORGANIZATIONS.acme.id, role: "manager" })) },
  listOpenInvitations: { expected: "gate none none sees gate sees sees", run: async (ctx) => sees((await listOpenInvitations(ctx, { organizationId: ORGANIZATIONS.acme.id })).length) },
  resendInvitation: { expected: "gate INVITATION_NOT_FOUND INVITATION_NOT_FOUND ok gate ok ok", run: async (ctx, { invitationId }) => code(await resendInvitation(ctx, { invitationId })) },
  withdrawInvitation: { expected: "gate INVITATION_NOT_FOUND INVITATION_NOT_FOUND ok gate ok ok", run: async (ctx, { invitationId }) => code(await withdrawInvitation(ctx, { invitationId })) },
  joinByInvitation: { expected: "gate INVITATION_OTHER_ACCOUNT INVITATION_OTHER_ACCOUNT INVITATION_OTHER_ACCOUNT gate INVITATION_OTHER_ACCOUNT INVITATION_OTHER_ACCOUNT", run: async (ctx, { token }) => code(await joinByInvitation(ctx, { token })) },
  // One's own alone: the names of others cannot be given. Andrés has a password and a change that is open.
  getOwnAccount: { expected: "gate none sees none gate none none", run: async (ctx) => sees((await getOwnAccount(ctx)).change) },
  changeOwnName: { expected: "gate ok ok ok gate ok ok", run: async (ctx) => code(await changeOwnName(ctx, { name: `${ctx.actor.name} Y` })) },
  changeOwnPassword: { expected: "gate NO_PASSWORD WRONG_PASSWORD NO_PASSWORD gate NO_PASSWORD NO_PASSWORD", run: async (ctx) => code(await changeOwnPassword(ctx, { currentPassword: "x", password: "una frase larga y otra", sessionId: crypto.randomUUID(), network: "10.9.9.9" })) },
  askAddressChange: { expected: "gate ok ok ok gate ok ok", run: async (ctx) => code(await askAddressChange(ctx, { email: "otra@suelto.example", sessionId: null })) },
  withdrawAddressChange: { expected: "gate ADDRESS_CHANGE_CLOSED ok ADDRESS_CHANGE_CLOSED gate ADDRESS_CHANGE_CLOSED ADDRESS_CHANGE_CLOSED", run: async (ctx) => code(await withdrawAddressChange(ctx)) },
  findAccountSettings: { expected: "gate none none none gate none sees", run: async (ctx) => sees(await findAccountSettings(ctx)) },
  saveAccountSettings: { expected: ADMINS_DO, run: async (ctx) => code(await saveAccountSettings(ctx, { version: 0, signUpMode: "closed" })) },
};

/** Take no actor: the link of a mail is its own proof, or anybody may ask (tests/integration/accounts). The last two are the system's. */
const OTHERS = ["askPasswordLink", "renewLink", "createPasswordLink", "findPasswordLink", "setPasswordWithLink", "signUp", "findSignUpLink", "confirmSignUp", "findInvitationLink", "acceptInvitation", "findAddressLink", "agreeToAddress", "refuseAddress", "findSignUpMode", "sendLink", "forgetOldAccounts"];

const CELLS = Object.entries(OPERATIONS).flatMap(([operation, { expected, run }]) => ACTORS.map((actor, index) => ({ operation, actor, outcome: expected.split(" ")[index]!, run })));

describe("who may see and decide accounts", () => {
  it.each(CELLS)("$operation for $actor: $outcome", async ({ actor, outcome, run }) => {
    const world = await freshWorld();
    const before = await stateNow();
    expect(await outcomeOf(actor, (ctx) => run(ctx, world))).toBe(outcome);
    // Who was refused changed nothing.
    expect((await stateNow()) !== before).toBe(outcome === "ok");
  });

  it("is asked of every query, command and job there is: 19 for 7 actors make 133 cells", () => {
    const named = new Set([...Object.keys(OPERATIONS).map((name) => name.replace(/\(.*/, "")), ...OTHERS]);
    expect([...named].sort()).toEqual(exportedOperations("accounts").sort());
    expect(exportedJobs("accounts").sort()).toEqual(["forgetAccountsJob", "sendLinkJob"]);
    expect(CELLS).toHaveLength(133);
  });
});

async function freshWorld(): Promise<World> {
  const db = testDb();
  await db.accountSettings.deleteMany();
  await db.signUp.deleteMany();
  await db.invitation.deleteMany();
  await db.addressChange.deleteMany();
  for (const person of [bruno, andres, ana, carla, diego]) await db.user.update({ where: { id: person.userId }, data: { name: person.name } });
  await db.user.update({ where: { id: andres.userId }, data: { passwordHash: PASSWORD_HASH } });
  await db.addressChange.create({ data: { userId: andres.userId, oldAddress: andres.email, newAddress: "andres@suelto.example", createdAt: toDate(NOON), expiresAt: toDate(NOON.add({ hours: 24 })) } });
  await db.rateLimit.deleteMany();
  const at = toDate(NOON);
  const base = { name: "Nora Nueva", createdAt: at, confirmedAt: at };
  await db.signUp.create({ data: { ...base, email: "otra@suelto.example", state: "refused", decidedAt: at, decidedById: diego.userId, reason: "No" } });
  const email = `nueva-${crypto.randomUUID()}@suelto.example`;
  const { id } = await db.signUp.create({ data: { ...base, email, state: "waiting", passwordHash: "h" } });
  const sentAt = toDate(NOON.subtract({ minutes: 1 }));
  const invitation = { organizationId: ORGANIZATIONS.acme.id, email: "invitada@suelto.example", name: "Inés", role: "member" as const, invitedById: diego.userId };
  const { id: invitationId } = await db.invitation.create({ data: { ...invitation, createdAt: sentAt, sentAt, expiresAt: toDate(NOON.add({ hours: 24 })) } });
  const { token } = await db.$transaction((tx) => createLink(tx, { subject: { purpose: "invitation", invitationId }, address: invitation.email, now: NOON }));
  return { signUpId: id, invitationId, token };
}

async function stateNow(): Promise<string> {
  const db = testDb();
  return JSON.stringify([await db.signUp.findMany({ orderBy: { id: "asc" } }), await db.accountSettings.findMany(), await db.invitation.findMany({ orderBy: { id: "asc" } }), await db.addressChange.findMany({ orderBy: { id: "asc" } }), await db.user.findMany({ orderBy: { id: "asc" } })]);
}
