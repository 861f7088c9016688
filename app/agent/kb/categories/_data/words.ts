import type { SelectOption } from "@/components/forms/select";
import { getTranslator } from "@/lib/i18n/translator";
import { AUDIENCES } from "@/lib/kb/audience";
import { DEEPEST, type CategoryNode } from "@/lib/kb/categories/types";
import type { CategoryFormWords } from "../_components/category-form";
import { NAME } from "./name-mark";
import type { TreeWords } from "../_components/tree-form";

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

/** With NAME where a category's name goes: two hundred rows need each message once. */
export function treeWords(): TreeWords {
  const t = getTranslator("kbCategories");
  const of = { name: NAME };
  return {
    up: t("move.up", of),
    down: t("move.down", of),
    done: t("move.done", of),
    first: t("move.first", of),
    last: t("move.last", of),
    addBelow: t("addBelow", of),
    addBelowShort: t("addBelowShort"),
    inherited: t("inherited"),
    audiences: { public: t("audience.public"), customers: t("audience.customers"), staff: t("audience.staff") },
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
