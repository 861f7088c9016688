// Jest runs the server ring outside the framework; the real module throws there.
export {};
