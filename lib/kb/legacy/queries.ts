import "server-only";
import type { PersonActor } from "@/lib/auth/actor";
import type { PublicContext } from "@/lib/auth/context";
import { audiencesOf, FOR_EVERYBODY, type Audience } from "@/lib/kb/audience";
import { readableArticles, readableCategories } from "@/lib/kb/visibility";

/** Where an address of the earlier desk leads now. `private`: to somebody, who has to say first who they are. */
export type LegacyTarget = { kind: "article" | "category"; slug: string } | "private" | null;

type Asked = { kind: "article" | "category"; key: string };

/** For whoever follows an old link, without knowing who it is: what is not for everybody has no name here. */
export async function findLegacyTarget(ctx: PublicContext, { kind, key }: Asked): Promise<LegacyTarget> {
  const slug = await slugFor(ctx, { kind, key }, FOR_EVERYBODY);
  if (slug) return { kind, slug };
  // What the desk keeps to itself is to everybody else as if it were not there.
  return (await slugFor(ctx, { kind, key }, ["public", "customers"])) ? "private" : null;
}

/** The same for somebody who signed in; the desk's own reads all of it. */
export async function findLegacyTargetFor(ctx: PublicContext & { actor: PersonActor }, { kind, key }: Asked): Promise<{ kind: "article" | "category"; slug: string } | null> {
  const slug = await slugFor(ctx, { kind, key }, audiencesOf(ctx.actor));
  return slug ? { kind, slug } : null;
}

async function slugFor({ db }: PublicContext, { kind, key }: Asked, audiences: readonly Audience[]): Promise<string | null> {
  const row = await db.legacyAddress.findFirst({
    where: { kind, key, ...(kind === "article" ? { article: readableArticles(audiences) } : { category: readableCategories(audiences) }) },
    select: { article: { select: { slug: true } }, category: { select: { slug: true } } },
  });
  return row?.article?.slug ?? row?.category?.slug ?? null;
}
