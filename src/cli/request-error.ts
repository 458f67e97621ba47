/** Thrown if a request cannot be carried out: its message is printed, with secrets masked, and the command exits with 2. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}
