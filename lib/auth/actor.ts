/** Who acts. The brand can only be put on by lib/auth/mint.ts: a query or command cannot be called for somebody who did not pass the gate. */
declare const minted: unique symbol;
type Minted = { readonly [minted]: true };

export type CustomerIdentity = {
  kind: "customer";
  userId: string;
  name: string;
  email: string;
  organizationId: string | null;
  isManager: boolean;
};
export type StaffIdentity = { kind: "staff"; userId: string; name: string; email: string; role: "agent" | "admin" };
/** `runId`: the run of a rule that it acts for, if for one; what it writes bears it. */
export type SystemIdentity = { kind: "system"; runId?: string };

export type CustomerActor = Readonly<CustomerIdentity> & Minted;
export type StaffActor = Readonly<StaffIdentity> & Minted;
export type SystemActor = Readonly<SystemIdentity> & Minted;

/** A signed-in person. */
export type PersonActor = CustomerActor | StaffActor;
export type Actor = PersonActor | SystemActor;

/** The id written on rows; null is the system itself. */
export function actorUserId(actor: Actor): string | null {
  return actor.kind === "system" ? null : actor.userId;
}

/** The run of a rule that is acting, if one is. */
export function actorRunId(actor: Actor): string | null {
  return actor.kind === "system" ? (actor.runId ?? null) : null;
}

/** The system, from here on acting for a run of a rule. */
export function forRun(actor: SystemActor, runId: string): SystemActor {
  return { ...actor, runId };
}
