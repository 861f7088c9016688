import "server-only";
import type { Db } from "@/lib/db/client";
import { currentKeyId, encrypt } from "@/lib/secrets/cipher";
import type { Rotation } from "@/lib/secrets/rotation";
import { boundToFactor, openFactor } from "@/lib/security/check-code";

/** Encrypts anew, under APP_SECRET as it is now, the secrets of authenticators that were encrypted under a former one. One a person: they are few. */
export async function rotateFactors(db: Db): Promise<Rotation> {
  const sum = { rotated: 0, unreadable: 0 };
  const rows = await db.secondFactor.findMany({ where: { keyId: { not: currentKeyId() } }, select: { userId: true, keyId: true, cipher: true } });
  for (const { userId, keyId, cipher } of rows) {
    const opened = openFactor(userId, { keyId, cipher });
    if (!opened.ok) {
      sum.unreadable += 1;
      continue;
    }
    // Begun again meanwhile, it is another one, and stays as it is.
    const { count } = await db.secondFactor.updateMany({ where: { userId, keyId }, data: encrypt(opened.data, boundToFactor(userId)) });
    sum.rotated += count;
  }
  return sum;
}
