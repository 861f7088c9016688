/** In another tab, so that this page keeps what is typed in it. */
export function SignInLink({ children }: { children: string }) {
  return (
    <a href="/sign-in" target="_blank" rel="noopener" className="link inline-flex min-h-6 items-center text-sm">
      {children}
    </a>
  );
}
