/** Calls a method of a gRPC client with a deadline. */
export function call(method: unknown, client: object, request: unknown, withinMs = 60_000): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, response?: unknown): void => (error ? reject(error) : resolve(response));
    (method as (...args: unknown[]) => unknown).call(client, request, { deadline: Date.now() + withinMs }, done);
  });
}
