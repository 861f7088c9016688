import { z } from "zod";
import { idField } from "@/lib/actions/text";

export const startImportSchema = z.strictObject({ importId: idField() });
export type StartImportInput = z.output<typeof startImportSchema>;
