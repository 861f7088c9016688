import { hashPassword } from "@/lib/auth/passwords";
import { organizationForAddress } from "@/lib/customers/mail-domains";
import type { Db } from "@/lib/db/client";
import { indexArticle, indexFaqEntry } from "@/lib/kb/search-index";
import { toDate } from "@/lib/time/instants";
import { seedAppointments } from "./appointments";
import { seedArticles } from "./articles";
import { seedChat } from "./chat";
import { seedConduct } from "./conduct";
import { seedAvailability } from "./availability";
import { categories } from "./content/categories";
import { faqGroups } from "./content/faq";
import { people } from "./content/people";
import { tickets } from "./content/tickets";
import { readMarkdownFolder } from "./markdown-folder";
import { seedContracts } from "./contracts";
import { seedNotifications } from "./notifications";
import { seedOffChannel } from "./off-channel";
import { seedRates } from "./rates";
import { seedOrganizations } from "./organizations";
import { seedQuotes } from "./quotes";
import { seedQuestions } from "./questions";
import { replayTickets } from "./replay-tickets";
import { seedWork } from "./work";

type SeedContext = { db: Db; now: Temporal.Instant };

/** The demonstration: its cast, knowledge and tickets, dated relative to `now`. For a desk without people. */
export async function seedDemonstration({ db, now, password }: SeedContext & { password: string }): Promise<void> {
  const products = await seedPeople({ db, now }, password);
  await seedAcceptances({ db, now });
  await seedKnowledge({ db, now });
  await seedRates({ db, now });
  const questions = await seedQuestions({ db, now });
  await replayTickets({ db, now }, { tickets, products, questions });
  await seedAvailability({ db });
  await seedContracts({ db, now });
  await seedQuotes({ db, now });
  await seedAppointments({ db, now });
  await seedOffChannel({ db, now }, { products });
  await seedWork({ db, now });
  await seedArticles({ db, now });
  await seedConduct({ db, now }, { products });
  await seedChat({ db, now });
  await seedNotifications({ db, now });
}

/** @returns product ids by their key */
async function seedPeople({ db, now }: SeedContext, password: string): Promise<Map<string, string>> {
  const passwordHash = await hashPassword(password);
  const { products, domains } = await seedOrganizations({ db, now });
  for (const { organizationRole, ...person } of people) {
    const organizationId = person.role === "customer" ? organizationForAddress(person.email, domains) : null;
    await db.user.create({
      data: { ...person, passwordHash, organizationId, organizationRole: organizationId ? (organizationRole ?? "member") : null, createdAt: daysFrom(now, -400) },
    });
  }
  return products;
}

/** Everybody has written here before, and accepted what is asked before a first ticket. */
async function seedAcceptances({ db, now }: SeedContext): Promise<void> {
  const versions = await db.policyVersion.findMany({ where: { policy: { requiresAcceptance: true }, publishedAt: { not: null } }, select: { id: true, sha256: true } });
  const customers = await db.user.findMany({ where: { role: "customer" }, select: { id: true } });
  const data = customers.flatMap(({ id: userId }) => versions.map(({ id: versionId, sha256 }) => ({ userId, versionId, sha256: sha256 ?? "", acceptedAt: toDate(now), browser: "Demostración" })));
  await db.policyAcceptance.createMany({ data });
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
          liveVersion: 1,
          reviewMonths: 12,
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
      const { status: _, ...first } = text;
      await tx.articleVersion.create({ data: { ...first, articleId: article.id, number: 1, at: daysFrom(now, -Number(fields.updatedDaysAgo ?? 1)) } });
      await indexArticle(tx, { id: article.id, now });
    });
  }
  for (const { entries, ...group } of faqGroups) {
    const { id: groupId } = await db.faqGroup.create({ data: group, select: { id: true } });
    for (const [position, { articleSlug, ...entry }] of entries.entries()) {
      await db.$transaction(async (tx) => {
        const data = { ...entry, groupId, position, articleId: articleSlug ? articleIds.get(articleSlug)! : null, updatedAt: daysFrom(now, -30) };
        const { id } = await tx.faqEntry.create({ data, select: { id: true } });
        await tx.faqVersion.create({ data: { entryId: id, number: 1, question: entry.question, answer: entry.answer, at: data.updatedAt } });
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
