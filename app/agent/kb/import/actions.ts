"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/lib/actions/define-action";
import { startKnowledgeImport } from "@/lib/kb/import/commands/start-import";
import { startImportSchema } from "@/lib/kb/import/schema";
import { hrefOfImport } from "./_data/addresses";

export const startImportAction = defineAction({
  name: "kb.start-import",
  actor: "staff",
  input: startImportSchema,
  run: startKnowledgeImport,
  onDone: ({ importId }) => redirect(hrefOfImport({ id: importId })),
});
