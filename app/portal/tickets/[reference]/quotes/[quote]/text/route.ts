import { requirePerson } from "@/lib/auth/gate";
import { quoteText } from "../_data/quote-files";

type Props = { params: Promise<{ reference: string; quote: string }> };

export async function GET(_request: Request, { params }: Props): Promise<Response> {
  return quoteText(await requirePerson(), await params);
}
