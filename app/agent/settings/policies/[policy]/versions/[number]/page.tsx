import type { Metadata } from "next";
import { PolicyText } from "@/app/(public)/_components/policy-text";
import { PageHeader } from "@/components/layout/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Card, Panel } from "@/components/ui/panel";
import { Table, Td, Th } from "@/components/ui/table";
import { TextDiff } from "@/components/ui/text-diff";
import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { compareTexts } from "@/lib/diff/compare-texts";
import { formatFullDateTime } from "@/lib/i18n/format";
import { getTranslator } from "@/lib/i18n/translator";
import { listAcceptances } from "@/lib/policies/desk-queries";
import { getSlaInForce } from "@/lib/sla/queries";
import { hrefOfPolicy, hrefOfVersion, POLICIES } from "../../../_data/addresses";
import { getVersion } from "../../../_data/get-version";

type Props = { params: Promise<{ policy: string; number: string }> };

const SHOWN = 100;

export function generateMetadata(): Metadata {
  return { title: getTranslator("policies")("desk.versions") };
}

/** A version as the public sees it, what it changed, and who accepted it. */
export default async function PolicyVersionDeskPage({ params }: Props) {
  const ctx = contextOf(await requireStaff());
  const { view, number, text, line, before } = await getVersion(ctx, await params);
  const [sla, acceptances] = await Promise.all([getSlaInForce(ctx), listAcceptances(ctx, { policyId: view.id, number, limit: SHOWN })]);
  const t = getTranslator("policies");
  return (
    <div className="p-4 sm:p-6 lg:col-span-2 lg:overflow-y-auto">
      <div className="mx-auto max-w-narrow space-y-5">
        <PageHeader
          title={t("desk.version", { number })}
          breadcrumbs={{ label: getTranslator("ui")("breadcrumbs"), items: [{ label: t("desk.title"), href: POLICIES }, { label: view.title, href: hrefOfPolicy(view.id) }] }}
          actions={<ButtonLink href={hrefOfPolicy(view.id)}>{t("view.back")}</ButtonLink>}
        />
        {line === null && <Notice tone="accent" title={t("view.draft")} />}
        <Card>
          <h2 className="text-xl font-semibold break-words">{text.title}</h2>
          <p className="mt-2 text-muted">{text.summary}</p>
          <div className="mt-6">
            <PolicyText body={text.body} sla={sla} now={ctx.now} />
          </div>
        </Card>
        {before && (
          <Panel title={t("view.changes")}>
            <TextDiff blocks={compareTexts(`${before.title}\n\n${before.summary}\n\n${before.body}`, `${text.title}\n\n${text.summary}\n\n${text.body}`)} />
          </Panel>
        )}
        {line !== null && (
          <Panel title={t("view.accepted")} actions={line.acceptances > 0 ? <a href={`${hrefOfVersion(view.id, number)}/csv`} className="link text-sm" download>{t("view.csv")}</a> : undefined} isFlush>
            {acceptances.length === 0 ? (
              <p className="p-4 text-sm text-muted sm:px-5">{t("view.acceptedEmpty")}</p>
            ) : (
              <Table label={t("view.accepted")}>
                <thead>
                  <tr>
                    <Th>{t("view.name")}</Th>
                    <Th className="max-sm:hidden">{t("view.organization")}</Th>
                    <Th>{t("view.at")}</Th>
                  </tr>
                </thead>
                <tbody>
                  {acceptances.map((each) => (
                    <tr key={each.email}>
                      <Th scope="row">
                        {each.name}
                        <span className="block font-normal wrap-anywhere text-muted">{each.email}</span>
                        <span className="block font-normal text-muted sm:hidden">{each.organization}</span>
                      </Th>
                      <Td className="max-sm:hidden">{each.organization}</Td>
                      <Td>{formatFullDateTime(each.acceptedAt)}</Td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            )}
            {line.acceptances > SHOWN && <p className="p-4 text-sm text-muted sm:px-5">{t("view.more", { count: SHOWN })}</p>}
          </Panel>
        )}
      </div>
    </div>
  );
}
