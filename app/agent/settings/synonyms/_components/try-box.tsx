import Form from "next/form";
import { Highlighted } from "@/components/kb/highlighted";
import { TextField } from "@/components/forms/text-input";
import { Button } from "@/components/ui/button";
import { getTranslator } from "@/lib/i18n/translator";
import type { WidenedText } from "@/lib/synonyms/types";
import { SAMPLE_LENGTH_MAX } from "@/lib/synonyms/widen-text";
import { hrefOfSynonyms } from "../_data/addresses";

/** What the groups in force make of a text. A GET form: its answer has an address, and comes without JavaScript too. */
export function TryBox({ text, widened }: { text: string; widened: WidenedText | null }) {
  const t = getTranslator("synonyms");
  return (
    <div className="space-y-3">
      <Form action={hrefOfSynonyms()} scroll={false} prefetch={false} className="space-y-3">
        <TextField name="text" id="try-text" label={t("try.label")} placeholder={t("try.placeholder")} defaultValue={text} maxLength={SAMPLE_LENGTH_MAX} autoComplete="off" />
        <Button type="submit">{t("try.submit")}</Button>
      </Form>
      <div role="status" className="text-sm">
        {widened && <Outcome widened={widened} />}
      </div>
    </div>
  );
}

function Outcome({ widened: { segments, matches } }: { widened: WidenedText }) {
  const t = getTranslator("synonyms");
  if (matches.length === 0) return <p className="text-muted">{t("try.none")}</p>;
  return (
    <div className="space-y-2">
      <p className="text-muted">{t("try.recognised")}</p>
      <p>
        <Highlighted segments={segments} />
      </p>
      <dl className="space-y-1.5">
        {matches.map(({ found, others }, at) => (
          <div key={at}>
            <dt className="text-muted">{t("try.alsoFinds", { found })}</dt>
            <dd className="font-medium">{others.join(", ")}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
