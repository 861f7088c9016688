import { Table, Td, Th } from "@/components/ui/table";
import { getTranslator } from "@/lib/i18n/translator";
import type { SlaInForce } from "@/lib/sla/queries";
import { wordedTargets } from "./target-words";

/** {{targets}}: the promises in force, by priority. */
export function PolicyTargets({ sla }: { sla: SlaInForce }) {
  const t = getTranslator("public");
  return (
    <div className="my-8 max-w-[38rem] rounded-lg border bg-surface">
      <Table label={t("targets.tableLabel")}>
        <thead>
          <tr>
            <Th>{t("targets.priority")}</Th>
            <Th>{t("targets.maximum")}</Th>
            <Th>{t("targets.what")}</Th>
          </tr>
        </thead>
        <tbody>
          {wordedTargets(sla).map((target) => (
            <tr key={target.priority}>
              <Th scope="row">{target.name}</Th>
              <Td className="sm:whitespace-nowrap">
                <span className="font-medium">{target.maximum}</span>
                {target.about && <span className="block text-muted">{target.about}</span>}
              </Td>
              <Td>
                {target.what}
                <span className="block text-muted">{target.forWhom}</span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
