import { kindWords } from "@/components/secrets/guard-words";
import { getTranslator } from "@/lib/i18n/translator";
import type { SecretKind } from "@/lib/secrets/types";

export interface FileWarningWords {
  kinds: Record<SecretKind, string>;
  /** With {name}, {kinds} and {lines}. */
  file: string;
  /** With {name}. */
  partial: string;
  understood: string;
}

export function fileWarningWords(): FileWarningWords {
  const t = getTranslator("secrets");
  return {
    kinds: kindWords(),
    file: t("guard.file", { name: "{name}", kinds: "{kinds}", lines: "{lines}" }),
    partial: t("guard.filePartial", { name: "{name}" }),
    understood: t("guard.fileUnderstood"),
  };
}
