import { z } from "zod";
import type { FiscalData } from "@/lib/customers/fiscal";

const shape = z.object({ rfc: z.string(), legalName: z.string(), taxRegime: z.string(), postalCode: z.string(), cfdiUse: z.string() });

/** To whom is invoiced, as it was accepted. @throws where a row has none: the database lets no charge be without */
export function readFiscal(kept: unknown): FiscalData {
  return shape.parse(kept);
}
