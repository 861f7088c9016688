import { SelectField } from "@/components/forms/select";
import { TextField } from "@/components/forms/text-input";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { getTranslator } from "@/lib/i18n/translator";
import { CHARGE_STATES } from "@/lib/quotes/charge-states";

/** A plain form that leads to a file. */
export function ExportForm() {
  const t = getTranslator("charges");
  return (
    <Panel title={t("export.title")}>
      <form action="/agent/charges/export" className="space-y-4">
        <p className="max-w-prose text-sm text-muted">{t("export.hint")}</p>
        <div className="grid gap-4 sm:grid-cols-3">
          <TextField type="date" name="from" label={t("export.from")} />
          <TextField type="date" name="to" label={t("export.to")} />
          <SelectField name="state" label={t("export.state")} placeholder={t("export.anyState")} options={CHARGE_STATES.map((value) => ({ value, label: t(`state.${value}`) }))} />
        </div>
        <Button type="submit">{t("export.submit")}</Button>
      </form>
    </Panel>
  );
}
