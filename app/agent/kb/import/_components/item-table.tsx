import { Badge, type Tone } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import { getTranslator } from "@/lib/i18n/translator";
import type { ImportItemView, ItemVerdict } from "@/lib/kb/import/queries";

const TONES: Record<ItemVerdict, Tone> = { new: "success", exists: "neutral", refused: "danger" };

export function ItemTable({ items, isApplied }: { items: ImportItemView[]; isApplied: boolean }) {
  const t = getTranslator("kbExchange");
  return (
    <Table label={t("import.filter")} isDense className="rounded-lg border bg-surface">
      <thead>
        <tr>
          <Th>{t("import.piece")}</Th>
          <Th>{t("import.what")}</Th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.position}>
            <Th scope="row" className="break-words">
              {isApplied && item.kind === "article" && item.verdict !== "refused" && item.slug ? (
                <a href={`/agent/kb/articles/${item.slug}`} className="link inline-block py-1 font-medium">
                  {item.title}
                </a>
              ) : (
                <span className="inline-block py-1">{item.title}</span>
              )}
              <span className="block font-normal text-muted">{kindOf(item)}</span>
            </Th>
            <Td>
              <Badge tone={TONES[item.verdict]}>{t(`import.verdicts.${item.verdict}`)}</Badge>
              {item.notes.map(({ code, detail }) => (
                <p key={`${code}:${detail}`} className="mt-1 max-w-prose wrap-anywhere">
                  {t(`import.notes.${code}`, { detail: detail ?? "" })}
                </p>
              ))}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function kindOf({ kind, state, audience }: ImportItemView): string {
  const t = getTranslator("kbExchange");
  const parts: string[] = [t(`import.kinds.${kind}`)];
  if (state === "draft" || state === "review" || state === "published" || state === "archived") parts.push(getTranslator("kb")(`staff.states.${state}`));
  if (audience === "customers" || audience === "staff") parts.push(t(`import.audiences.${audience}`));
  return parts.join(" · ");
}
