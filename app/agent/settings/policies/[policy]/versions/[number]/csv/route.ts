import { contextOf } from "@/lib/actions/context";
import { requireStaff } from "@/lib/auth/gate";
import { csvText } from "@/lib/http/csv";
import { getTranslator } from "@/lib/i18n/translator";
import { listAcceptances } from "@/lib/policies/desk-queries";
import { getVersion } from "../../../../_data/get-version";

/** Everybody who accepted a version. */
export async function GET(_request: Request, { params }: { params: Promise<{ policy: string; number: string }> }): Promise<Response> {
  const ctx = contextOf(await requireStaff());
  const { view, number } = await getVersion(ctx, await params);
  const rows = await listAcceptances(ctx, { policyId: view.id, number });
  const t = getTranslator("policies");
  const head = [t("view.name"), t("view.email"), t("view.organization"), t("view.at"), t("view.hash"), t("view.browser")];
  return new Response(csvText([head, ...rows.map((row) => [row.name, row.email, row.organization ?? "", row.acceptedAt.toString(), row.sha256, row.browser])]), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${view.slug}-v${number}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
