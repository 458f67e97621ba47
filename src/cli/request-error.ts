/** A request that cannot be carried out: its message is shown as it is, and the command exits with 2. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}
