import { createDb } from "@/lib/db/client";
import { reindexTickets } from "@/lib/duplicates/reindex";
import { env } from "@/lib/env";
import { reindexKnowledge } from "@/lib/kb/reindex";
import { markStale } from "@/lib/search/reindexing";

async function main(): Promise<void> {
  const db = createDb({ url: env().DATABASE_URL, poolSize: 2 });
  const texts = await markStale(db, ["ticket", "article", "article_customers", "article_staff", "faq"]);
  process.stdout.write(`${texts} texts are indexed anew …\n`);
  for (const reindex of [reindexTickets, reindexKnowledge]) {
    let done = 0;
    for (;;) {
      const some = await reindex({ db, now: Temporal.Now.instant() });
      done += some.done;
      process.stdout.write(`${done} done\n`);
      if (!some.isMore) break;
    }
  }
  await db.$disconnect();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  },
);
