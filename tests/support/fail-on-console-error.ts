// A warning that nobody reads is a bug that nobody mends.
beforeEach(() => {
  jest.spyOn(console, "error").mockImplementation((...args: unknown[]) => {
    throw new Error(`console.error was called: ${args.map(String).join(" ")}`);
  });
});

afterEach(() => {
  jest.mocked(console.error).mockRestore();
});
