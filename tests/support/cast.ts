import type { CustomerActor, StaffActor } from "@/lib/auth/actor";
import { mintPerson, type ActorRow } from "@/lib/auth/mint";
import type { Db } from "@/lib/db/client";

/** The people of the tests, with ids that say who it is. The names are those of the demonstration. */
export const ORGANIZATIONS = {
  acme: { id: "00000000-0000-4000-8000-0000000000a0", slug: "acme", name: "Acme Herramientas" },
  globex: { id: "00000000-0000-4000-8000-0000000000b0", slug: "globex", name: "Globex Logística" },
} as const;

export const PRODUCTS = {
  acmeMail: { id: "00000000-0000-4000-8000-00000000a101", organizationId: ORGANIZATIONS.acme.id, kind: "email", name: "Correo de acme.example" },
  globexHosting: { id: "00000000-0000-4000-8000-00000000b101", organizationId: ORGANIZATIONS.globex.id, kind: "hosting", name: "Hosting de globex.example" },
} as const;

const rows = {
  /** Manager at Acme. */
  ana: customer("00000000-0000-4000-8000-00000000000a", "ana@acme.example", "Ana Torres", ORGANIZATIONS.acme.id, "manager"),
  /** Member at Acme: sees own tickets only. */
  andres: customer("00000000-0000-4000-8000-0000000000aa", "andres@acme.example", "Andrés Luna", ORGANIZATIONS.acme.id, "member"),
  /** Manager at Globex: the other customer. */
  bruno: customer("00000000-0000-4000-8000-00000000000b", "bruno@globex.example", "Bruno Díaz", ORGANIZATIONS.globex.id, "manager"),
  /** Suspended, at Acme. */
  sergio: customer("00000000-0000-4000-8000-0000000000ae", "sergio@acme.example", "Sergio Ruiz", ORGANIZATIONS.acme.id, "manager"),
  carla: staff("00000000-0000-4000-8000-00000000000c", "carla@impera.example", "Carla Ríos", "agent"),
  elena: staff("00000000-0000-4000-8000-00000000000e", "elena@impera.example", "Elena Cruz", "agent"),
  diego: staff("00000000-0000-4000-8000-00000000000d", "diego@impera.example", "Diego Mora", "admin"),
} satisfies Record<string, ActorRow>;

export const ana = mintPerson(rows.ana) as CustomerActor;
export const andres = mintPerson(rows.andres) as CustomerActor;
export const bruno = mintPerson(rows.bruno) as CustomerActor;
export const sergio = mintPerson(rows.sergio) as CustomerActor;
export const carla = mintPerson(rows.carla) as StaffActor;
export const elena = mintPerson(rows.elena) as StaffActor;
export const diego = mintPerson(rows.diego) as StaffActor;

/** The people, with what a customer has done before the first ticket: accepted what is asked of them. */
export async function seedCast(db: Db): Promise<void> {
  await db.organization.createMany({ data: Object.values(ORGANIZATIONS) });
  await db.product.createMany({ data: Object.values(PRODUCTS).map((product) => ({ ...product, startsOn: new Date("2024-01-01") })) });
  const suspendedAt = new Date("2026-11-01T00:00:00Z");
  await db.user.createMany({ data: Object.values(rows).map((row) => ({ ...row, suspendedAt: row === rows.sergio ? suspendedAt : null })) });
  for (const { id, role } of Object.values(rows)) if (role === "customer") await acceptedEverything(db, id);
}

/** Whoever it is accepted every published version there is. */
export async function acceptedEverything(db: Db, userId: string): Promise<void> {
  const versions = await db.policyVersion.findMany({ where: { policy: { requiresAcceptance: true }, publishedAt: { not: null } }, select: { id: true, sha256: true } });
  await db.policyAcceptance.createMany({
    data: versions.map(({ id, sha256 }) => ({ userId, versionId: id, sha256: sha256 ?? "", acceptedAt: new Date("2026-11-18T16:00:00Z"), browser: "Prueba" })),
    skipDuplicates: true,
  });
}

/** So that a test can do without the cast: what was accepted is kept for good otherwise. */
export async function forgetAcceptances(db: Db): Promise<void> {
  await db.$executeRaw`ALTER TABLE policy_acceptance DISABLE TRIGGER policy_acceptance_append_only`;
  await db.policyAcceptance.deleteMany();
  await db.$executeRaw`ALTER TABLE policy_acceptance ENABLE TRIGGER policy_acceptance_append_only`;
}

function customer(id: string, email: string, name: string, organizationId: string, organizationRole: "member" | "manager"): ActorRow {
  return { id, email, name, role: "customer", organizationId, organizationRole };
}

function staff(id: string, email: string, name: string, role: "agent" | "admin"): ActorRow {
  return { id, email, name, role, organizationId: null, organizationRole: null };
}
