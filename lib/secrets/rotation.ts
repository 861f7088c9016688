import "server-only";
import type { Db } from "@/lib/db/client";
import { currentKeyId, decrypt, encrypt } from "@/lib/secrets/cipher";
import { boundToDraft } from "@/lib/secrets/held-secrets";
import { openSealed } from "@/lib/secrets/sealed-values";

const BATCH = 200;

export type Rotation = { rotated: number; /** Under a secret that is not configured, or damaged. */ unreadable: number };

/** Encrypts anew, under APP_SECRET as it is now, whatever was encrypted under a former one. Beside a running desk; may be broken off and begun again. */
export async function rotateSealed(db: Db): Promise<Rotation> {
  const values = await rotateValues(db);
  const held = await rotateHeld(db);
  return { rotated: values.rotated + held.rotated, unreadable: values.unreadable + held.unreadable };
}

async function rotateValues(db: Db): Promise<Rotation> {
  const sum = { rotated: 0, unreadable: 0 };
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await db.sealedValue.findMany({
      where: { goneAt: null, keyId: { not: currentKeyId() }, id: { gt: after } },
      orderBy: { id: "asc" },
      take: BATCH,
      select: { id: true, ticketId: true, keyId: true, cipher: true },
    });
    for (const { id, ticketId, keyId, cipher } of rows) {
      const opened = keyId && cipher ? openSealed({ id, ticketId, keyId, cipher }) : null;
      if (!opened?.ok) {
        sum.unreadable += 1;
        continue;
      }
      // A close or a merge may have been faster: then the row is another one, and stays as it is.
      const { count } = await db.sealedValue.updateMany({ where: { id, ticketId, keyId, goneAt: null }, data: encrypt(opened.data, [ticketId, id]) });
      sum.rotated += count;
    }
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return sum;
    after = last.id;
  }
}

async function rotateHeld(db: Db): Promise<Rotation> {
  const sum = { rotated: 0, unreadable: 0 };
  const rows = await db.heldSecret.findMany({ where: { keyId: { not: currentKeyId() } }, select: { userId: true, slot: true, mark: true, keyId: true, cipher: true } });
  for (const { userId, slot, mark, keyId, cipher } of rows) {
    const bound = boundToDraft({ userId, slot, mark });
    const opened = decrypt({ keyId, cipher }, bound);
    if (!opened.ok) {
      sum.unreadable += 1;
      continue;
    }
    const { count } = await db.heldSecret.updateMany({ where: { userId, slot, mark, keyId }, data: encrypt(opened.data, bound) });
    sum.rotated += count;
  }
  return sum;
}
