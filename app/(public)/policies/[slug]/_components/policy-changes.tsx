import { Container } from "@/components/layout/container";
import { PageHeader } from "@/components/layout/page-header";
import { Panel } from "@/components/ui/panel";
import { TextDiff } from "@/components/ui/text-diff";
import { publicContext } from "@/lib/actions/context";
import { compareTexts } from "@/lib/diff/compare-texts";
import { getTranslator } from "@/lib/i18n/translator";
import type { PolicyView } from "@/lib/policies/types";
import { longDay } from "../../../_data/long-date";

/** What one version says otherwise than an earlier one. `note`: of the change, where it is one. */
export function PolicyChanges({ slug, before, after, note }: { slug: string; before: PolicyView; after: PolicyView; note: string }) {
  const t = getTranslator("policies");
  const ctx = publicContext();
  return (
    <Container size="narrow" className="space-y-6 pt-8">
      <PageHeader
        title={t("public.changesOf", { title: after.title })}
        lead={t("public.changesLead", { from: longDay(before.effectiveOn, ctx), to: longDay(after.effectiveOn, ctx) })}
        breadcrumbs={{
          label: getTranslator("ui")("breadcrumbs"),
          items: [
            { label: t("public.versions"), href: `/policies/${slug}/versions` },
            { label: longDay(after.effectiveOn, ctx), href: `/policies/${slug}/versions/${after.effectiveOn}` },
          ],
        }}
      />
      {note && <p className="break-words whitespace-pre-line">{note}</p>}
      {(["title", "summary", "body"] as const)
        .filter((field) => field === "body" || after[field] !== before[field])
        .map((field) => (
          <Panel key={field} title={t(`form.${field}`)}>
            <TextDiff blocks={compareTexts(before[field], after[field])} />
          </Panel>
        ))}
    </Container>
  );
}
