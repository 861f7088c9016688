import type { SelectOption } from "@/components/forms/select";
import { getTranslator } from "@/lib/i18n/translator";
import { AUDIENCES } from "@/lib/kb/audience";
import { DEEPEST, type CategoryNode } from "@/lib/kb/categories/types";
import type { CategoryFormWords } from "../_components/category-form";
import type { MoveWords } from "../_components/move-form";

export function formWords(kind: "new" | "change"): CategoryFormWords {
  const t = getTranslator("kbCategories");
  return {
    name: t("form.name"),
    nameHint: t("form.nameHint"),
    description: t("form.description"),
    descriptionHint: t("form.descriptionHint"),
    audience: t("form.audience"),
    audiences: AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`), description: t(`audienceHint.${value}`) })),
    parent: t("form.parent"),
    parentHint: t("form.parentHint", { max: DEEPEST }),
    top: t("form.top"),
    optional: getTranslator("ui")("optional"),
    invalid: t("form.invalid"),
    offline: t("form.offline"),
    signIn: t("form.signIn"),
    submit: t(`${kind}.submit`),
    submitting: t(`${kind}.submitting`),
    conflict: t("conflict.title"),
    conflictHint: t("conflict.hint"),
  };
}

/** Of one category. */
export function moveWords(name: string): MoveWords {
  const t = getTranslator("kbCategories");
  return {
    up: t("move.up", { name }),
    down: t("move.down", { name }),
    done: t("move.done", { name }),
    first: t("move.first", { name }),
    last: t("move.last", { name }),
    invalid: t("form.invalid"),
    offline: t("form.offline"),
    signIn: t("form.signIn"),
  };
}

/** By their whole path: two of one name are told apart by what they stand in. */
export function parentOptions(nodes: readonly CategoryNode[]): SelectOption[] {
  const t = getTranslator("kbCategories");
  return nodes.map(({ id, path, name, effectiveAudience }) => ({
    value: id,
    label: [...path, name].join(" › ") + (effectiveAudience === "public" ? "" : ` (${t(`audience.${effectiveAudience}`)})`),
  }));
}
