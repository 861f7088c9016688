import { requirePerson } from "@/lib/auth/gate";
import { quotePdf } from "../_data/quote-files";

type Props = { params: Promise<{ reference: string; quote: string }> };

export async function GET(_request: Request, { params }: Props): Promise<Response> {
  return quotePdf(await requirePerson(), await params);
}
