import { analyseText, type Analysis } from "@/lib/search/analysis";

export function analyseTicket({ subject, body }: { subject: string; body: string }): Analysis {
  return analyseText({ title: subject, body });
}
