import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { admitStranger } from "@/lib/accounts/commands/admit-stranger";
import { authOptions } from "@/lib/auth/options";

type Context = { params: Promise<{ nextauth: string[] }> };

function handler(request: NextRequest, context: Context) {
  return NextAuth(request as never, context as never, authOptions(Object.fromEntries(request.headers), admitStranger));
}

export { handler as GET, handler as POST };
