import "server-only";
import type { CustomerActor, PersonActor, StaffActor, SystemActor } from "@/lib/auth/actor";

/** The row that an actor is minted from. */
export type ActorRow = {
  id: string;
  name: string;
  email: string;
  role: "customer" | "agent" | "admin";
  organizationId: string | null;
  organizationRole: "member" | "manager" | null;
};

export const actorRowSelect = { id: true, name: true, email: true, role: true, organizationId: true, organizationRole: true } as const;

/** The one place where identities become actors. The architecture test lists who may import this file. */
export function mintPerson(row: ActorRow): PersonActor {
  if (row.role === "customer") return mintCustomer(row);
  return { kind: "staff", userId: row.id, name: row.name, email: row.email, role: row.role } as StaffActor;
}

export function mintSystem(): SystemActor {
  return { kind: "system" } as SystemActor;
}

function mintCustomer(row: ActorRow): CustomerActor {
  return {
    kind: "customer",
    userId: row.id,
    name: row.name,
    email: row.email,
    organizationId: row.organizationId,
    isManager: row.organizationId !== null && row.organizationRole === "manager",
  } as CustomerActor;
}
