import type { StaffActor } from "@/lib/auth/actor";
import { getTranslator } from "@/lib/i18n/translator";
import { canEditSynonyms } from "@/lib/synonyms/policy";
import type { SettingsLink } from "../_components/settings-nav";

/** The pages of settings that this person may open; to most of the staff there are none. */
export function settingsNavOf(actor: StaffActor): { label: string; links: SettingsLink[] } | null {
  const t = getTranslator("synonyms");
  const links = canEditSynonyms(actor) ? [{ href: "/agent/settings/synonyms", label: t("title") }] : [];
  return links.length === 0 ? null : { label: t("settings"), links };
}
