import { actorUserId } from "@/lib/auth/actor";
import { mintPerson, mintSystem, type ActorRow } from "@/lib/auth/mint";

const ROW: ActorRow = { id: "00000000-0000-4000-8000-00000000000a", name: "Ana", email: "ana@acme.example", role: "customer", organizationId: "00000000-0000-4000-8000-0000000000a0", organizationRole: "member" };

describe("an actor", () => {
  it("is a manager of an organization only with one, and only by that role", () => {
    const isManager = (change: Partial<ActorRow>) => {
      const actor = mintPerson({ ...ROW, ...change });
      return actor.kind === "customer" && actor.isManager;
    };
    expect(isManager({ organizationRole: "manager" })).toBe(true);
    expect(isManager({ organizationRole: "member" })).toBe(false);
    expect(isManager({ organizationRole: "manager", organizationId: null })).toBe(false);
    expect(isManager({ organizationRole: null })).toBe(false);
  });

  it("of the desk has its role and no organization", () => {
    expect(mintPerson({ ...ROW, role: "admin", organizationId: null, organizationRole: null })).toEqual({ kind: "staff", userId: ROW.id, name: "Ana", email: "ana@acme.example", role: "admin" });
  });

  it("that is the system writes no person onto a row", () => {
    expect([actorUserId(mintSystem()), actorUserId(mintPerson(ROW))]).toEqual([null, ROW.id]);
  });
});
