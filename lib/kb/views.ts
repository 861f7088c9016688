import { createHmac } from "node:crypto";

/**
 * Who reads, for one day and without knowing who: a keyed hash of address and browser whose key material changes at midnight UTC, so
 * that yesterday's visitor cannot be recognised today, nor an address be recovered without the secret.
 */
export function visitorHash({ secret, day, address, userAgent }: { secret: string; day: Temporal.PlainDate; address: string; userAgent: string }): string {
  return createHmac("sha256", `article-view:${secret}`).update(JSON.stringify([day.toString(), address, userAgent])).digest("base64url");
}

export function viewDay(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO("UTC").toPlainDate();
}

/**
 * Who votes on one article, without knowing who: signed in by the account, else by address and browser. The article is in the hash, so
 * that what one person said of two articles cannot be put together.
 */
export function voterHash({ secret, slug, userId, address, userAgent }: { secret: string; slug: string; userId: string | null; address: string; userAgent: string }): string {
  return createHmac("sha256", `article-vote:${secret}`).update(JSON.stringify(userId === null ? [slug, address, userAgent] : [slug, userId])).digest("base64url");
}
