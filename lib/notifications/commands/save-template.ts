import "server-only";
import type { StaffActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Db, Tx } from "@/lib/db/client";
import { isUniqueError } from "@/lib/db/errors";
import { canEditTemplates } from "@/lib/notifications/policy";
import type { TemplateInput } from "@/lib/notifications/schema";
import { checkTemplate, type TemplateName, type TemplateProblem } from "@/lib/notifications/template-text";
import { readTemplate } from "@/lib/notifications/templates";
import { ok, refuse, type Result } from "@/lib/result";
import { toDate } from "@/lib/time/instants";

type Answer = Result<{ version: number }, "FORBIDDEN" | "TEMPLATE_CHANGED" | TemplateProblem["code"]>;

/** Follows the version that the editor saw, and no other; earlier ones stay, with who wrote them and when. In force with the next mail. */
export async function saveTemplate({ db, actor, now }: Context<StaffActor>, { template, version, subject, body }: TemplateInput): Promise<Answer> {
  if (!canEditTemplates(actor)) return refuse("FORBIDDEN");
  const problem = checkTemplate(template, { subject, body });
  if (problem) return refuse(problem.code, { names: problem.names });
  try {
    return await db.$transaction(async (tx): Promise<Answer> => {
      const newest = await readNewest(tx, template);
      if (newest.version !== String(version)) return refuse("TEMPLATE_CHANGED", newest);
      // The number is part of the promise: of two who follow one version, the key lets one through.
      await tx.mailTemplateVersion.create({ data: { template, number: version + 1, subject, body, savedAt: toDate(now), savedBy: actor.userId } });
      return ok({ version: version + 1 });
    });
  } catch (error) {
    if (!isUniqueError(error)) throw error;
    return refuse("TEMPLATE_CHANGED", await readNewest(db, template));
  }
}

/** What is in force, by the names of the form, so that it can stand beside what was typed. */
async function readNewest(db: Db | Tx, template: TemplateName): Promise<{ version: string; theirs: Record<string, string> }> {
  const row = await db.mailTemplateVersion.findFirst({ where: { template }, orderBy: { number: "desc" }, select: { number: true } });
  return { version: String(row?.number ?? 0), theirs: await readTemplate(db, template) };
}
