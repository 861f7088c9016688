import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/db/client";
import { expiryOf } from "@/lib/off-channel/term";
import { toDate } from "@/lib/time/instants";

/** A call that an agent noted two days ago, and that its customer has not confirmed yet. */
export async function seedOffChannel({ db, now }: { db: Db; now: Temporal.Instant }, { products }: { products: Map<string, string> }): Promise<void> {
  const notedAt = now.subtract({ hours: 49 });
  const idOf = async (email: string) => (await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;
  const department = await db.department.findFirstOrThrow({ where: { slug: "correo-electronico" }, select: { id: true } });
  await db.offChannelNote.create({
    data: {
      customerId: await idOf("bruno@globex.example"),
      agentId: await idOf("carla@impera.example"),
      channel: "phone",
      departmentId: department.id,
      productId: products.get("globex-correo") ?? null,
      subject: "Dar de alta dos buzones para el turno de noche",
      body: "Bruno llamó. Pide dos buzones nuevos, turno.noche y guardia, con 5 GB cada uno. Los necesita antes de que empiece el turno nuevo, el primer lunes del mes.",
      submissionKey: randomUUID(),
      createdAt: toDate(notedAt),
      expiresAt: toDate(expiryOf(notedAt)),
    },
  });
}
