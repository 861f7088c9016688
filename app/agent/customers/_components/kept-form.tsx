import { formWords } from "@/components/customers/form-words";
import { FieldForm, type FieldSpec } from "@/components/forms/field-form";
import type { ActionResult } from "@/lib/actions/result";
import { getTranslator } from "@/lib/i18n/translator";
import { CustomersFrame } from "./customers-frame";

/** For somebody whose session ended while writing and whose browser runs no script: what was typed, and where to sign in. */
export function KeptForm({ action, permalink, fields }: { action: (previous: ActionResult, form: FormData) => Promise<ActionResult>; permalink: string; fields: FieldSpec[] }) {
  return (
    <CustomersFrame>
      <h1 className="text-lg font-semibold">{getTranslator("customers")("form.invalid")}</h1>
      <FieldForm action={action} permalink={permalink} fields={fields} words={formWords()} />
    </CustomersFrame>
  );
}
