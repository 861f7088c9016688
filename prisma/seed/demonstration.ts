import { hashPassword } from "@/lib/auth/passwords";
import type { Db } from "@/lib/db/client";
import { indexArticle, indexFaqEntry } from "@/lib/kb/search-index";
import { toDate } from "@/lib/time/instants";
import { categories } from "./content/categories";
import { faqGroups } from "./content/faq";
import { organizations, people } from "./content/people";
import { tickets } from "./content/tickets";
import { readMarkdownFolder } from "./markdown-folder";
import { replayTickets } from "./replay-tickets";

type SeedContext = { db: Db; now: Temporal.Instant };

/** The demonstration: its cast, knowledge and tickets, dated relative to `now`. For a desk without people. */
export async function seedDemonstration({ db, now, password }: SeedContext & { password: string }): Promise<void> {
  const products = await seedPeople({ db, now }, password);
  await seedKnowledge({ db, now });
  await replayTickets({ db, now }, { tickets, products });
}

/** @returns product ids by their key */
async function seedPeople({ db, now }: SeedContext, password: string): Promise<Map<string, string>> {
  const passwordHash = await hashPassword(password);
  const products = new Map<string, string>();
  const organizationIds = new Map<string, string>();
  for (const { slug, name, products: owned } of organizations) {
    const { id } = await db.organization.create({ data: { slug, name }, select: { id: true } });
    organizationIds.set(slug, id);
    for (const { key, kind, name: productName, startsDaysAgo, endsInDays } of owned) {
      const product = await db.product.create({
        data: {
          organizationId: id,
          kind,
          name: productName,
          startsOn: daysFrom(now, -startsDaysAgo),
          endsOn: endsInDays === null ? null : daysFrom(now, endsInDays),
        },
        select: { id: true },
      });
      products.set(key, product.id);
    }
  }
  for (const { organization, organizationRole, ...person } of people) {
    await db.user.create({
      data: {
        ...person,
        passwordHash,
        organizationId: organization ? organizationIds.get(organization)! : null,
        organizationRole: organization ? (organizationRole ?? "member") : null,
        createdAt: daysFrom(now, -400),
      },
    });
  }
  return products;
}

async function seedKnowledge({ db, now }: SeedContext): Promise<void> {
  await db.kbCategory.createMany({ data: categories.map((each) => ({ ...each })) });
  const categoryIds = new Map((await db.kbCategory.findMany()).map((each) => [each.slug, each.id]));
  const articleIds = new Map<string, string>();
  for (const { slug, fields, body } of readMarkdownFolder("articles")) {
    const text = { title: fields.title ?? slug, summary: fields.summary ?? "", body, tags: tagsOf(fields.tags), status: "published" as const };
    await db.$transaction(async (tx) => {
      const article = await tx.article.create({
        data: {
          ...text,
          slug,
          categoryId: categoryIds.get(fields.category ?? "")!,
          isPinned: fields.pinned === "true",
          carriedViews: Number(fields.views ?? 0),
          helpfulYes: Number(fields.helpfulYes ?? 0),
          helpfulNo: Number(fields.helpfulNo ?? 0),
          publishedAt: daysFrom(now, -Number(fields.publishedDaysAgo ?? 1)),
          updatedAt: daysFrom(now, -Number(fields.updatedDaysAgo ?? 1)),
        },
        select: { id: true },
      });
      articleIds.set(slug, article.id);
      await indexArticle(tx, { id: article.id, ...text, now });
    });
  }
  for (const { entries, ...group } of faqGroups) {
    const { id: groupId } = await db.faqGroup.create({ data: group, select: { id: true } });
    for (const [position, { articleSlug, ...entry }] of entries.entries()) {
      await db.$transaction(async (tx) => {
        const data = { ...entry, groupId, position, articleId: articleSlug ? articleIds.get(articleSlug)! : null, updatedAt: daysFrom(now, -30) };
        const { id } = await tx.faqEntry.create({ data, select: { id: true } });
        await indexFaqEntry(tx, { id, question: entry.question, answer: entry.answer, now });
      });
    }
  }
}

function daysFrom(now: Temporal.Instant, days: number): Date {
  return toDate(now.add({ hours: days * 24 }));
}

function tagsOf(list = ""): string[] {
  return list.replace(/^\[|\]$/g, "").split(",").map((tag) => tag.trim()).filter(Boolean);
}
