"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { editRoutines } from "@/lib/automation/commands/edit-routines";
import { moveRule, removeRule, switchRule } from "@/lib/automation/commands/govern-rule";
import { saveRule } from "@/lib/automation/commands/save-rule";
import { moveRuleSchema, routinesSchema, ruleVersionSchema, saveRuleSchema, switchRuleSchema } from "@/lib/automation/schema";
import { hrefOfRule, RULES } from "./_data/addresses";

export const saveRuleAction = defineAction({
  name: "automation.save-rule",
  actor: "staff",
  input: saveRuleSchema,
  run: saveRule,
  onDone: ({ ruleId }, { ruleId: edited }) => {
    revalidatePath(RULES, "layout");
    if (!edited) redirect(hrefOfRule(ruleId));
  },
});

export const switchRuleAction = defineAction({
  name: "automation.switch-rule",
  actor: "staff",
  input: switchRuleSchema,
  run: switchRule,
  onDone: ({ ruleId }) => {
    revalidatePath(RULES, "layout");
    redirect(hrefOfRule(ruleId));
  },
});

export const moveRuleAction = defineAction({ name: "automation.move-rule", actor: "staff", input: moveRuleSchema, run: moveRule, onDone: () => revalidatePath(RULES) });

export const removeRuleAction = defineAction({
  name: "automation.remove-rule",
  actor: "staff",
  input: ruleVersionSchema,
  run: removeRule,
  onDone: () => {
    revalidatePath(RULES, "layout");
    redirect(RULES);
  },
});

export const editRoutinesAction = defineAction({ name: "automation.edit-routines", actor: "staff", input: routinesSchema, run: editRoutines, onDone: () => revalidatePath(RULES) });
