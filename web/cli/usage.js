/** What is wrong with how the command was given, and what to write instead. */
export class UsageError extends Error {
  /**
   * @param {string} message  No final full stop.
   * @param {string} [advice]  In the imperative.
   */
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}
