import type { NewTicketValues, RawQuery } from "@/app/portal/tickets/new/initial-values";
import type { CustomerActor } from "@/lib/auth/actor";
import type { Context } from "@/lib/auth/context";
import { getTranslator } from "@/lib/i18n/translator";
import { findOwnInbound } from "@/lib/inbound/queries";

export type MailText = {
  /** What the form begins with where no draft is there; under the key of that mail, so that it becomes one ticket. */
  values: Pick<Partial<NewTicketValues>, "subject" | "body">;
  key: string | null;
  notice: { title: string; text: string };
};

/** `?mail=<token>`: what this person wrote to the desk by mail, or the word that there is nothing for them; null without it. */
export async function mailText(ctx: Context<CustomerActor>, query: RawQuery): Promise<MailText | null> {
  const token = query.mail;
  if (typeof token !== "string") return null;
  const t = getTranslator("inbound");
  const own = await findOwnInbound(ctx, { token });
  if (!own || own.sentAs) return { values: {}, key: null, notice: { title: t("form.other"), text: t("form.otherLead") } };
  return { values: { subject: own.subject, body: own.body }, key: own.submissionKey, notice: { title: t("form.kept"), text: t("form.keptLead") } };
}
