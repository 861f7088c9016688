import "server-only";
import { generateVAPIDKeys } from "web-push";
import type { Db } from "@/lib/db/client";
import { currentKeyId, decrypt, encrypt } from "@/lib/secrets/cipher";
import { log } from "@/lib/log";
import { toDate } from "@/lib/time/instants";

/** Base64url, as the standard has them (RFC 8292). */
export type PushKeys = { publicKey: string; privateKey: string };

const BOUND = ["push_key"];

/**
 * The desk's pair, made at the first use and the same for every process. Encrypted anew when APP_SECRET changed; where it cannot be read
 * any more a new pair takes its place, and browsers ask again by themselves at their next visit (their former subscriptions are refused by
 * the services, and go).
 */
export async function pushKeys(db: Db, now: Temporal.Instant): Promise<PushKeys> {
  const kept = await db.pushKey.findUnique({ where: { id: 1 } });
  if (kept) {
    const opened = decrypt({ keyId: kept.keyId, cipher: kept.cipher }, BOUND);
    if (opened.ok) {
      if (kept.keyId !== currentKeyId()) await db.pushKey.updateMany({ where: { id: 1, keyId: kept.keyId }, data: encrypt(opened.data, BOUND) });
      return { publicKey: kept.publicKey, privateKey: opened.data };
    }
    log.warn({ code: opened.code }, "push: the keys cannot be read under the secret in force; new ones take their place");
    await db.pushKey.deleteMany({ where: { publicKey: kept.publicKey } });
  }
  const made = generateVAPIDKeys();
  await db.pushKey.createMany({ data: [{ id: 1, publicKey: made.publicKey, ...encrypt(made.privateKey, BOUND), createdAt: toDate(now) }], skipDuplicates: true });
  // Another process may have been faster: its pair is the one.
  return pushKeys(db, now);
}
