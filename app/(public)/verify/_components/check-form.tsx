import { TextField } from "@/components/forms/text-input";
import { TextareaField } from "@/components/forms/textarea";
import { Button } from "@/components/ui/button";
import { getTranslator } from "@/lib/i18n/translator";
import type { Asked, Check, FieldProblem } from "../_data/checked-receipt";

/** A GET form: it works as it is, and a check has an address. */
export function CheckForm({ asked, check }: { asked: Asked; check: Check }) {
  const t = getTranslator("receipt");
  const problems = check.state === "unreadable" ? check : { reference: null, hash: null };
  return (
    <form action="/verify" method="get" className="space-y-5">
      <TextField
        name="reference"
        label={t("verify.reference")}
        hint={t("verify.referenceHint")}
        error={problems.reference ? t(problems.reference.code === "missing" ? "verify.referenceMissing" : "verify.referenceWrong") : undefined}
        defaultValue={asked.reference}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        className="max-w-64"
      />
      <TextareaField
        name="hash"
        label={t("verify.hash")}
        hint={t("verify.hashHint")}
        error={hashError(problems.hash)}
        defaultValue={asked.hash}
        rows={3}
        maxLength={400}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="font-mono"
      />
      <Button type="submit" variant="primary" size="lg">
        {t("verify.submit")}
      </Button>
    </form>
  );
}

function hashError(problem: FieldProblem | null): string | undefined {
  if (!problem) return undefined;
  const t = getTranslator("receipt");
  return problem.code === "missing" ? t("verify.hashMissing") : t("verify.hashWrong", { count: problem.count });
}
