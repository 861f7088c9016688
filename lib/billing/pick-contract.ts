import { spendable } from "@/lib/billing/balance";
import { ok, refuse, type Result } from "@/lib/result";

type Candidate = { id: string; balanceMinutes: number; overageLimitMinutes: number };

/**
 * Which contract pays. Of several the one that ends first and has room, without overage while another has enough; or the one that was chosen,
 * if it has room.
 * @param contracts of the organization, in force, in the order of `listUsableContracts`
 */
export function pickContract<C extends Candidate>(
  contracts: readonly C[],
  { minutes, chosenId = null }: { minutes: number; chosenId?: string | null },
): Result<C, "CONTRACT_NOT_IN_FORCE" | "BALANCE_TOO_LOW"> {
  const candidates = chosenId === null ? contracts : contracts.filter(({ id }) => id === chosenId);
  if (candidates.length === 0) return refuse("CONTRACT_NOT_IN_FORCE");
  const room = ({ balanceMinutes, overageLimitMinutes }: C) => spendable({ available: balanceMinutes, overageLimitMinutes });
  const found = candidates.find(({ balanceMinutes }) => balanceMinutes >= minutes) ?? candidates.find((each) => room(each) >= minutes);
  return found ? ok(found) : refuse("BALANCE_TOO_LOW");
}
