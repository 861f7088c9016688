import { joinPart, type TicketPart } from "@/lib/tickets/ticket-parts";
import { openTicketSchema } from "@/lib/tickets/schema";
import { refusalMessage } from "@/lib/i18n/refusals";

/** The fields of a part; each stands in the form once a part, in their order. */
const FIELDS = { subject: "partSubject", body: "partBody", departmentId: "partDepartmentId", productId: "partProductId", priority: "partPriority" } as const;
export type PartField = keyof typeof FIELDS;
export type PartErrors = Partial<Record<PartField, string>>;

/** The parts of a form that was split, as typed. */
export function partsOf(form: FormData): TicketPart[] {
  const texts = (name: string) => form.getAll(name).map((value) => String(value).replace(/\r\n?/g, "\n"));
  const columns = Object.entries(FIELDS).map(([field, name]) => [field, texts(name)] as const);
  const different = texts("partDifferent").map((value) => value.split(" "));
  return texts("partKey").map((key, index) => ({
    ...(Object.fromEntries(columns.map(([field, values]) => [field, values[index] ?? ""])) as Record<PartField, string>),
    key,
    different: different.flatMap(([part, ticketId]) => (part === key && ticketId ? [ticketId] : [])),
  }));
}

/** What is wrong in each part, in words; null when nothing is. */
export function partErrorsOf(parts: TicketPart[]): PartErrors[] | null {
  const errors = parts.map(({ key, ...part }) => {
    const parsed = openTicketSchema.safeParse({ ...part, submissionKey: key });
    if (parsed.success) return {};
    return Object.fromEntries(parsed.error.issues.map((issue) => [String(issue.path[0] ?? ""), refusalMessage(issue.message)])) as PartErrors;
  });
  return errors.some((each) => Object.keys(each).length > 0) ? errors : null;
}

/** All parts in one again. */
export function joinAll(parts: TicketPart[]): TicketPart | undefined {
  let left = parts;
  while (left.length > 1) left = joinPart(left, 1);
  return left[0];
}
