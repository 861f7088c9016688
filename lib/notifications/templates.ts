import "server-only";
import type { Actor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import type { Db, Tx } from "@/lib/db/client";
import { getTranslator } from "@/lib/i18n/translator";
import { canEditTemplates } from "@/lib/notifications/policy";
import { TEMPLATES, type TemplateName, type TemplateText } from "@/lib/notifications/template-text";

/** What is in force: the newest version, or what the product comes with. */
export async function readTemplate(db: Db | Tx, template: TemplateName): Promise<TemplateText> {
  return (await db.mailTemplateVersion.findFirst({ where: { template }, orderBy: { number: "desc" }, select: { subject: true, body: true } })) ?? initialText(template);
}

export type TemplateView = TemplateText & { template: TemplateName; version: number; savedAt: string | null; savedByName: string | null };
export type TemplateVersionView = TemplateText & { number: number; savedAt: string; savedByName: string };

/** Every text as it is in force; to whoever may not write them there are none. */
export async function listTemplates({ db, actor }: Context<Actor>): Promise<TemplateView[]> {
  if (!canEditTemplates(actor)) return [];
  const rows = await db.mailTemplateVersion.findMany({ distinct: ["template"], orderBy: [{ template: "asc" }, { number: "desc" }], include: { editor: { select: { name: true } } } });
  return TEMPLATES.map((template) => {
    const row = rows.find((each) => each.template === template);
    if (!row) return { template, ...initialText(template), version: 0, savedAt: null, savedByName: null };
    return { template, subject: row.subject, body: row.body, version: row.number, savedAt: row.savedAt.toISOString(), savedByName: row.editor.name };
  });
}

/** The versions of one text, newest first; who wrote what, and when. */
export async function listTemplateVersions({ db, actor }: Context<Actor>, { template }: { template: TemplateName }): Promise<TemplateVersionView[]> {
  if (!canEditTemplates(actor)) return [];
  const rows = await db.mailTemplateVersion.findMany({ where: { template }, orderBy: { number: "desc" }, take: 50, include: { editor: { select: { name: true } } } });
  return rows.map(({ number, subject, body, savedAt, editor }) => ({ number, subject, body, savedAt: savedAt.toISOString(), savedByName: editor.name }));
}

function initialText(template: TemplateName): TemplateText {
  // Read as it is: its braces are the template's own.
  const t = getTranslator("notifications");
  return { subject: t.raw(`templates.${template}.subject`), body: t.raw(`templates.${template}.body`) };
}
